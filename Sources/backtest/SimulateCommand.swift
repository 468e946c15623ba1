import ArgumentParser
import Console
import Dates
import Foundation
import Ledger
import Market
import Settings

/// `backtest simulate`: a desk on a simulated market.
struct SimulateCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run the desk over a simulated market and write its history.",
        discussion: """
            The market is made from the seed alone: the same seed, years and settings give the same file on every machine. \
            All its prices are synthetic and labelled so (docs/simulated-market.md).

            Example: backtest simulate --years 2 --seed 9 --into data/desk.sqlite
            """)

    @Option(help: "Years to simulate, up to the last day.") var years = 2
    @Option(help: "The seed of the market.") var seed: UInt64 = 9
    @Option(help: ArgumentHelp("The last day.", valueName: "date")) var to: Day = defaultEnd
    @OptionGroup var run: RunOptions

    /// Fixed rather than today's date, so that the demo desk is the same whenever it is made.
    private static let defaultEnd = Day(2026, 7, 31) ?? Day(daysSince1970: 20_665)

    func validate() throws {
        guard (1...20).contains(years) else {
            throw ValidationError("--years \(years) is out of range; simulate 1 to 20 years")
        }
    }

    func perform() throws {
        let parts = to.components
        let from = Day(parts.year - years, parts.month, min(parts.day, 28)).map {
            parts.day > 28 ? $0.adding(parts.day - 28) : $0
        }
        guard let from else { throw Failure(.data, "\(years) years before \(to) there is no such day") }
        let settings = try run.desk.read()
        let calendars = try run.desk.calendars()
        let calendar = try TradingCalendar(directory: calendars)
        let market = try SimulatedMarket(
            settings: settings.simulation, calendar: calendar, from: from.adding(1), to: to, seed: seed)
        try run.write(
            market, settings: settings, calendar: calendar, calendars: calendars, mode: .simulated, seed: seed,
            parameters: ["to=\(to)", "years=\(years)"])
    }
}
