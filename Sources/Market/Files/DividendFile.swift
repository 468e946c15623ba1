public import Input

/// Cash dividends in a CSV file: `ticker,ex_date,amount`, the amount in dollars per share as it was paid.
public enum DividendFile {
    /// The dividends by symbol, ascending, and a finding for each row that cannot be read or is there twice.
    public static func read(
        _ reader: CSVReader
    ) throws(CSVError) -> (dividends: [String: [Dividend]], findings: [Finding]) {
        let file = reader.file
        let (rows, faults) = try RowReading.rows(
            reader, columns: ["ticker", "ex_date", "amount"], rule: "dividends.field", subject: file
        ) { row throws(CSVError) in
            let dividend = Dividend(exDate: try row.day("ex_date"), amount: try row.positiveNumber("amount"))
            return (symbol: try row.symbol("ticker"), dividend: dividend, place: row.position)
        }
        var findings = faults
        var dividends: [String: [Dividend]] = [:]
        var seen: Set<Dividend> = []
        for (symbol, group) in Dictionary(grouping: rows, by: \.symbol).sorted(by: { $0.key < $1.key }) {
            seen.removeAll(keepingCapacity: true)
            for row in group {
                guard seen.insert(row.dividend).inserted else {
                    findings.append(
                        Finding(
                            severity: .error, rule: "dividends.duplicate", subject: symbol, day: row.dividend.exDate,
                            place: row.place.description,
                            message: "the dividend of \(row.dividend.exDate) is listed twice; the second was refused"))
                    continue
                }
                dividends[symbol, default: []].append(row.dividend)
            }
            dividends[symbol]?.sort { $0.exDate < $1.exDate }
        }
        return (dividends, findings)
    }
}
