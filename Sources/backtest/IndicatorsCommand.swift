import ArgumentParser
import Console
import Foundation
import Input
import Market

/// `backtest indicators`: what the rules would read off each bar of a file.
struct IndicatorsCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Add moving average, RSI and IV rank to a CSV file of daily bars.",
        discussion: """
            Columns: date, open, high, low, close, volume, in ascending order of dates; adds sma20 and rsi14 (Wilder). With \
            a column iv (annual fraction, may be empty): adds iv_rank and iv_percentile over 252 observations. A field \
            stays empty until its window is full.

            Example: backtest indicators SPY.csv > SPY-indicators.csv
            """)

    @Argument(help: ArgumentHelp("A CSV file.", valueName: "file.csv")) var file: String

    func perform() throws {
        var table = try CSVTable(
            CSVReader(contentsOf: URL(fileURLWithPath: file), allowing: [.links, .pipes]),
            columns: ["date", "open", "high", "low", "close", "volume"])
        let hasVolatility = table.header.contains("iv")
        let added = ["sma20", "rsi14"] + (hasVolatility ? ["iv_rank", "iv_percentile"] : [])
        if let taken = added.first(where: table.header.contains) {
            throw Failure(.data, "\(file): the column '\(taken)' is there already and would stand twice; rename it")
        }
        let (rows, unreadable) = table.rows()
        var faults = unreadable.map { "\($0)" }
        var window = IndicatorWindow()
        var writer = ColumnWriter(header: table.header, adding: added)
        var last: Bar?
        for row in rows {
            do {
                let bar = try Bar(
                    day: row.day("date"), open: row.number("open"), high: row.number("high"), low: row.number("low"),
                    close: row.number("close"), volume: row.number("volume"))
                if let last, last.day >= bar.day {
                    throw row.invalid("date", "does not come after \(last.day); sort the file and drop duplicates")
                }
                guard bar.low > 0, bar.low <= min(bar.open, bar.close), bar.high >= max(bar.open, bar.close) else {
                    throw row.invalid("low", "and high must be positive and hold open and close between them")
                }
                window.append(bar, impliedVolatility: hasVolatility ? try row.optionalNumber("iv") : nil)
                last = bar
            } catch {
                faults.append("\(error)")
                continue
            }
            let seen = window.indicators
            writer.add(
                row, [seen.sma20, seen.rsi14] + (hasVolatility ? [seen.ivRank, seen.ivPercentile] : []))
        }
        guard faults.isEmpty else { throw Failure(.data, faults.joined(separator: "\nerror: ")) }
        try standardData(writer.text)
    }
}
