import ArgumentParser
import Console
import Foundation
import Ledger
import Market
import Settings

/// What every run of the desk over a market is asked.
struct RunOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The history to write.", valueName: "file")) var into = "data/desk.sqlite"
    @Flag(help: "Replace the history when it is there already.") var replace = false
    @Option(help: ArgumentHelp("The desk's equity at the start; the settings' otherwise.", valueName: "dollars"))
    var equity: Double?
    @Option(
        help: ArgumentHelp("MULTIBOOK's share of the capital, 0 to 1; the settings' otherwise.", valueName: "fraction"))
    var share: Double?
    @OptionGroup var desk: DeskOptions

    func validate() throws {
        if let share, !(0...1).contains(share) { throw ValidationError("--share \(share) must lie between 0 and 1") }
        if let equity, !(equity > 0 && equity < 1e12) {
            throw ValidationError("--equity \(equity) must be above 0 and below 1e12")
        }
    }

    func write(
        _ market: some MarketData, settings: DeskSettings, calendar: TradingCalendar, calendars: URL, mode: TradeMode,
        seed: UInt64?, parameters: [String]
    ) throws {
        let dollars = equity ?? settings.desk.equity
        let fraction = share ?? settings.desk.share
        guard (0...1).contains(fraction) else {
            throw Failure(.settings, "desk.share is \(fraction); it must lie between 0 and 1")
        }
        guard dollars > 0, dollars < 1e12, let money = Money(dollars: dollars) else {
            throw Failure(.settings, "desk.equity is \(dollars); it must be above 0 and below 1e12 dollars")
        }
        let run = MarketRun(
            settings: settings, economics: try EconomicCalendar(directory: calendars), calendar: calendar,
            equity: money,
            share: fraction, mode: mode, seed: seed, parameters: parameters)
        let summary = try run.write(market, to: into, replacing: replace)
        let terminal = Terminal.standardOutput(environment: ProcessInfo.processInfo.environment)
        try say(terminal.dim(market.provenance))
        try say(summary.text(terminal: terminal))
        try say("\nHistory in \(terminal.bold(into)); next: report weekly --database \(into)")
    }
}
