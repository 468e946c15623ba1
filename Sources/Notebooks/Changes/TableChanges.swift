internal import Metrics

/// Which cells of tables are otherwise than in earlier tables.
///
/// Tables are the same one where their anchors agree, rows where their first columns read alike, and the second of such
/// rows is the same as the second. A row that is new or gone is one change, which tells all of it.
enum TableChanges {
    /// The changes, in the order of the later page; rows and tables that are gone come last.
    static func changes(
        _ tables: [TableBlock], since earlier: [TableBlock], leavingOut failed: Set<String>
    ) -> [Change] {
        let before = Dictionary(earlier.map { ($0.anchor, $0) }) { first, _ in first }
        let anchors = Set(tables.map(\.anchor))
        let gone = earlier.filter { !anchors.contains($0.anchor) && !failed.contains($0.anchor) }
        return tables.filter { !failed.contains($0.anchor) }.flatMap { changes($0, since: before[$0.anchor]) }
            + gone.map { Change(kind: .figure, label: $0.title, before: count($0), after: "") }
    }

    private static func changes(_ table: TableBlock, since earlier: TableBlock?) -> [Change] {
        guard let earlier else {
            return [
                Change(kind: .figure, label: table.title, before: "", after: count(table), anchor: table.anchor)
            ]
        }
        let (now, before) = (rows(table), rows(earlier))
        let known = Dictionary(before.map { ($0.key, $0) }) { first, _ in first }
        let later = Set(now.map(\.key))
        let changed = now.flatMap { row -> [Change] in
            guard let old = known[row.key] else {
                return [
                    Change(kind: .figure, label: label(table, row), before: "", after: row.words, anchor: table.anchor)
                ]
            }
            return row.cells.compactMap { cell in
                let text = old.cells.first { $0.column == cell.column }?.text ?? ""
                guard text != cell.text else { return nil }
                return Change(
                    kind: .figure, label: "\(label(table, row)), \(cell.title)", before: text, after: cell.text,
                    anchor: table.anchor)
            }
        }
        let gone = before.filter { !later.contains($0.key) }.map {
            Change(kind: .figure, label: label(earlier, $0), before: $0.words, after: "")
        }
        return changed + gone
    }

    private struct Row {
        struct Key: Hashable {
            let text: String
            let number: Int
        }

        let key: Key
        /// All but the first column.
        let cells: [(column: String, title: String, text: String)]

        var words: String {
            cells.isEmpty ? key.text : cells.map(\.text).joined(separator: ", ")
        }
    }

    private static func rows(_ table: TableBlock) -> [Row] {
        var counts: [String: Int] = [:]
        return table.rows.enumerated().map { index, row in
            let texts = row.indices.map { table.format(row: index, column: $0).text(row[$0]) }
            let name = texts.first ?? ""
            counts[name, default: 0] += 1
            let cells = zip(table.columns, texts).dropFirst().map { ($0.name, $0.title, $1) }
            return Row(key: Row.Key(text: name, number: counts[name] ?? 1), cells: cells)
        }
    }

    private static func label(_ table: TableBlock, _ row: Row) -> String {
        "\(table.title): \(row.key.text)"
    }

    private static func count(_ table: TableBlock) -> String {
        "\(table.rows.count) row\(table.rows.count == 1 ? "" : "s")"
    }
}
