import ArgumentParser
import Console
import Dates
import Foundation
import Ledger
import Market
import Settings

/// `backtest run`: the desk on recorded prices.
struct RunCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run the desk over recorded prices and write its history.",
        discussion: """
            The folder holds one CSV of daily bars a symbol (SPY.csv: date,open,high,low,close,volume, not adjusted) and may \
            hold dividends.csv (ticker,ex_date,amount). Option chains are made from bars and VIX by a model and labelled \
            synthetic (docs/simulated-market.md). Bars before the first day fill the indicators' windows.

            Example: backtest run --bars prices --vix prices/VIX.csv --from 2008-01-02 --to 2019-12-31
            """)

    @Option(help: ArgumentHelp("The folder of bars.", valueName: "folder")) var bars: String
    @Option(help: ArgumentHelp("VIX as daily bars.", valueName: "file")) var vix: String
    @Option(help: ArgumentHelp("The first day.", valueName: "date")) var from: Day
    @Option(help: ArgumentHelp("The last day.", valueName: "date")) var to: Day
    @OptionGroup var run: RunOptions

    func validate() throws {
        guard from <= to else { throw ValidationError("--from \(from) lies after --to \(to)") }
    }

    func perform() throws {
        let settings = try run.desk.read()
        let calendars = try run.desk.calendars()
        let calendar = try TradingCalendar(directory: calendars)
        let market = try RecordedMarket(
            folder: URL(fileURLWithPath: bars), vix: URL(fileURLWithPath: vix), calendars: calendars,
            calendar: calendar, from: from, to: to, settings: settings.recorded)
        try run.write(
            market, settings: settings, calendar: calendar, calendars: calendars, mode: .backtest, seed: nil,
            parameters: ["from=\(from)", "to=\(to)"])
    }
}
