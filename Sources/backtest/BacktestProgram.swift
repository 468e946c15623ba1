import ArgumentParser
import Console

/// What would have happened: simulated and recorded markets, and the tools a quant reaches for.
@main
struct BacktestProgram: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Run the desk's strategies over a simulated or a recorded market.",
        discussion: """
            Exit status: 0 done, 64 wrong usage, 65 wrong input, 66 input missing, 73 output cannot be written, \
            75 database in use, 78 wrong settings.
            """,
        subcommands: [SimulateCommand.self, RunCommand.self, PriceCommand.self, IndicatorsCommand.self])

    static func main() {
        checkArguments()
        main(nil)
    }
}
