import Dates
import Foundation
import Ledger
import Metrics
import Notebooks
import Rendering

/// A workbook with one table of 100,000 rows and ten columns as the peers write it: two of words, one of days, one of
/// dollars with a total, six of numbers.
func workbook() -> Case {
    let table = trades(100_000)
    let document = Document(
        title: "Benchmark", kind: "benchmark", asOf: Day(daysSince1970: 20_000), blocks: [.table(table)])
    let path = FileManager.default.temporaryDirectory.appending(path: "thetadesk-benchmark.xlsx").path
    return Case(name: "workbook", unit: "cells") {
        do {
            try WorkbookRenderer.write(document, to: path)
        } catch {
            print("workbook: \(error)")
            exit(1)
        }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        try? FileManager.default.removeItem(atPath: path)
        return (table.rows.count * table.columns.count, Double(size))
    }
}

private func trades(_ count: Int) -> TableBlock {
    let symbols = ["SPY", "QQQ", "IWM", "DIA", "XLE", "XLK"]
    var columns: [TableBlock.Column] = [
        .init(name: "symbol", title: "Symbol", format: .text), .init(name: "note", title: "Note", format: .text),
        .init(name: "day", title: "Day", format: .date), .init(name: "pnl", title: "P&L", format: .usd),
    ]
    for number in 0..<6 { columns.append(.init(name: "n\(number)", title: "N\(number)", format: .ratio)) }
    var rows: [[Value]] = []
    var total = Money.zero
    for row in 0..<count {
        let amount = Money(cents: Int64(row % 9973) * 7 - 20_000)
        var values: [Value] = [.text(symbols[row % 6]), .text("trade \(row * 7 % 5000)")]
        values += [.day(Day(daysSince1970: 18_000 + row % 2000)), .money(amount)]
        for number in 0..<6 { values.append(.number(Double(row) * 1.37 + Double(number))) }
        rows.append(values)
        total += amount
    }
    return TableBlock(
        anchor: "trades", title: "Trades", columns: columns, rows: rows,
        totals: columns.map { $0.name == "pnl" ? .money(total) : nil })
}
