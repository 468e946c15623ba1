import Dates
import Foundation
import Market
import Testing

/// The folder to write to; the export runs only where it is given.
private let target = ProcessInfo.processInfo.environment["SIMULATED_PRICES"]

@Suite("Export of simulated prices for script/calibration/facts.py", .enabled(if: target != nil))
struct SimulatedPricesExport {
    @Test("one folder a seed, in the form of the real bars", arguments: 1...5)
    func export(seed: Int) throws {
        let folder = URL(filePath: try #require(target)).appending(path: "\(seed)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let calendars = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../data/calendars").standardized
        var market = try SimulatedMarket(
            calendar: TradingCalendar(directory: calendars), from: day("2007-03-01"), to: day("2020-07-31"),
            seed: UInt64(seed))
        var files = Dictionary(uniqueKeysWithValues: market.symbols.map { ($0, "date,open,high,low,close,volume\n") })
        files["VIX"] = "date,open,high,low,close\n"
        files["dividends"] = "ticker,ex_date,amount\n"
        while let snapshot = try market.next() {
            let vix = try #require(snapshot.vix)
            files["VIX"]? += "\(snapshot.day),\(vix),\(vix),\(vix),\(vix)\n"
            for underlying in snapshot.underlyings {
                let bar = underlying.bar
                files[underlying.symbol]? +=
                    "\(bar.day),\(bar.open),\(bar.high),\(bar.low),\(bar.close),\(bar.volume)\n"
            }
            for case .dividend(let symbol, let amount) in market.corporateActions(on: snapshot.day) {
                files["dividends"]? += "\(symbol),\(snapshot.day),\(amount)\n"
            }
        }
        for (name, text) in files {
            try text.write(to: folder.appending(path: "\(name).csv"), atomically: true, encoding: .utf8)
        }
        #expect(files.count == 8)
    }
}
