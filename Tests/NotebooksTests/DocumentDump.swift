import Dates
import Metrics
import Notebooks

/// A document as lines of text, complete, for golden tests: whatever a renderer could show is in it.
func dump(_ document: Document) -> String {
    var lines = ["\(document.kind) | \(document.title) | as of \(document.asOf.iso)"]
    lines += document.parameters.map { "parameter \($0.name) = \($0.text)" }
    lines += document.provenance.map { "from \($0.name) = \($0.text)" }
    if let notice = document.syntheticNotice { lines.append("notice \(notice)") }
    lines += document.warnings.map { "warning #\($0.anchor) \($0.message)" }
    return (lines + document.blocks.map { dump($0) }).joined(separator: "\n")
}

/// A block as lines of text, complete.
func dump(_ block: Block) -> String {
    (lines(block) + place(block.placement)).joined(separator: "\n")
}

/// A block's anchor; nil for prose.
func anchor(of block: Block) -> String? {
    switch block {
    case .heading(_, _, let anchor): anchor
    case .prose: nil
    case .figures(let block): block.anchor
    case .checks(let block): block.anchor
    case .table(let block): block.anchor
    case .chart(let block): block.anchor
    case .failure(let block): block.anchor
    }
}

private func place(_ placement: Placement) -> [String] {
    guard placement != Placement() else { return [] }
    let formats = OutputFormat.allCases.filter(placement.formats.contains).map(\.rawValue).joined(separator: ", ")
    return ["  in \(formats)\(placement.isFolded ? ", folded" : "")\(placement.sheet.map { ", sheet '\($0)'" } ?? "")"]
}

private func lines(_ block: Block) -> [String] {
    switch block {
    case .heading(let level, let text, let anchor): ["h\(level) #\(anchor) \(text)"]
    case .prose(let text, _): ["prose", text]
    case .failure(let failure): ["failure #\(failure.anchor) \(failure.place) \(failure.message)"]
    case .figures(let figures): ["figures #\(figures.anchor) \(figures.title)"] + figures.items.map(dump)
    case .checks(let checks):
        ["checks #\(checks.anchor) \(checks.title)"] + checks.rows.map(dump)
            + (checks.note.isEmpty ? [] : ["  note '\(checks.note)'"])
    case .table(let table): dump(table)
    case .chart(let chart): dump(chart)
    }
}

private func dump(_ row: ChecksBlock.Row) -> String {
    "  #\(row.anchor) \(row.verdict.rawValue) \(row.title): \(row.format.text(row.value)) limit '\(row.limit)' "
        + "evidence '\(row.evidence)' link '\(row.link)'"
}

private func dump(_ item: FiguresBlock.Item) -> String {
    "  \(item.label): \(item.format.text(item.value)) [\(item.format.rawValue)] target '\(item.target)' "
        + "verdict \(item.verdict?.rawValue ?? "none") note '\(item.note)'"
        + (item.trend.isEmpty ? "" : " trend " + item.trend.map { $0.map { "\($0)" } ?? "-" }.joined(separator: ", "))
}

private func dump(_ table: TableBlock) -> [String] {
    let names = table.columns.map { "\($0.name)='\($0.title)':\($0.format.rawValue)" }.joined(separator: " ")
    var lines = ["table #\(table.anchor) \(table.title)", "  \(names)"]
    lines += table.rows.enumerated().map { index, row in
        "  | " + row.indices.map { table.format(row: index, column: $0).text(row[$0]) }.joined(separator: " | ")
    }
    if let totals = table.totals {
        lines.append(
            "  = "
                + zip(totals, table.columns).map { total, column in total.map(column.format.text) ?? "" }
                .joined(separator: " | "))
    }
    lines += table.highlights.map {
        "  mark \($0.column) \($0.comparison.rawValue) \($0.operand) \($0.tone.rawValue)"
    }
    if table.rows.isEmpty { lines.append("  empty '\(table.emptyText)'") }
    if !table.note.isEmpty { lines.append("  note '\(table.note)'") }
    return lines
}

private func dump(_ chart: ChartBlock) -> [String] {
    var lines = ["chart #\(chart.anchor) \(chart.kind.rawValue) \(chart.title) [\(chart.format.rawValue)]"]
    lines.append("  \(chart.xTitle): " + chart.x.map(chart.xFormat.text).joined(separator: ", "))
    if !chart.yTitle.isEmpty { lines.append("  y '\(chart.yTitle)'") }
    if !chart.totals.isEmpty { lines.append("  totals \(chart.totals.sorted())") }
    lines += chart.series.map { series in
        let values = series.values.map { $0.map { chart.format.text(.number($0)) } ?? "-" }
        return "  \(series.name)='\(series.title)': " + values.joined(separator: ", ")
    }
    lines.append("  alternative '\(chart.alternative)'")
    if !chart.note.isEmpty { lines.append("  note '\(chart.note)'") }
    return lines
}
