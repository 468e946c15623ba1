internal import Dates
public import Foundation
public import Input

/// Daily bars of the symbols and of VIX, dividends and splits, as they stand in files.
public struct RecordedPrices: Sendable {
    /// Bars by symbol, unadjusted.
    public var bars: [String: [Bar]]
    /// Bars of VIX, in points.
    public var vix: [Bar]
    /// Dividends and splits.
    public var actions: CorporateActions
    /// Splits, ascending by day.
    public var splits: [Split]
    /// Rows that could not be read.
    public var findings: [Finding]

    /// Prices at hand.
    public init(
        bars: [String: [Bar]], vix: [Bar], dividends: [String: [Dividend]] = [:], splits: [Split] = [],
        findings: [Finding] = []
    ) {
        self.bars = bars
        self.vix = vix
        self.splits = splits.sorted { ($0.day, $0.symbol) < ($1.day, $1.symbol) }
        self.findings = findings
        actions = CorporateActions(dividends: dividends, splits: splits)
    }

    /// Reads `SYMBOL.csv` of each symbol and, where it is there, `dividends.csv` from a folder, VIX from a file, and
    /// `splits.csv` from the folder of the calendars. Throws where a file of bars is missing or no table at all.
    public init(folder: URL, vix: URL, calendars: URL, symbols: [String]) throws(CSVError) {
        var findings: [Finding] = []
        func bars(_ url: URL, _ symbol: String) throws(CSVError) -> [Bar] {
            let file = try BarFile.read(try CSVReader(contentsOf: url), symbol: symbol)
            findings += file.findings
            return file.bars
        }
        var bySymbol: [String: [Bar]] = [:]
        for symbol in symbols { bySymbol[symbol] = try bars(folder.appending(path: "\(symbol).csv"), symbol) }
        let index = try bars(vix, "VIX")
        var dividends: [String: [Dividend]] = [:]
        let dividendFile = folder.appending(path: "dividends.csv")
        if FileManager.default.fileExists(atPath: dividendFile.path) {
            let file = try DividendFile.read(try CSVReader(contentsOf: dividendFile))
            dividends = file.dividends
            findings += file.findings
        } else {
            findings.append(
                Finding(
                    severity: .warning, rule: "dividends.missing", subject: dividendFile.lastPathComponent,
                    message: "there is no \(dividendFile.lastPathComponent); forwards are computed without dividends"))
        }
        var splits: [Split] = []
        let splitFile = calendars.appending(path: "splits.csv")
        if FileManager.default.fileExists(atPath: splitFile.path) {
            let file = try SplitFile.read(try CSVReader(contentsOf: splitFile))
            splits = file.splits.filter { symbols.contains($0.symbol) }
            findings += file.findings
        }
        self.init(bars: bySymbol, vix: index, dividends: dividends, splits: splits, findings: findings)
    }
}
