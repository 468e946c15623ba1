internal import Metrics
internal import Notebooks

/// A table as HTML, in a box that scrolls by itself.
enum HTMLTable {
    /// From so many rows on a table scrolls in its box under a head that stays.
    private static let tallRows = 40

    /// A table's section with caption, note and a link to itself.
    static func section(_ table: TableBlock) -> String {
        let anchor = HTMLText.escaped(table.anchor)
        var html = "<section class=\"table\" id=\"\(anchor)\">\n"
        html += HTMLParts.permalink(table.anchor, to: table.title)
        if table.rows.isEmpty {
            html += "<p class=\"caption\">\(HTMLText.escaped(table.title))</p>\n"
            html += "<p class=\"empty\">\(HTMLText.escaped(table.emptyText))</p>\n"
        } else {
            html += box(table, identifier: "\(anchor).caption")
        }
        return html + HTMLParts.note(table.note) + "</section>\n"
    }

    /// The table in a focusable region that its caption names.
    ///
    /// - Parameter isPlain: whether cells go without marks, as in the data of a chart.
    static func box(_ table: TableBlock, identifier: String, isPlain: Bool = false) -> String {
        let kind = table.rows.count >= tallRows ? "scroll tall" : "scroll"
        var html = "<div class=\"\(kind)\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(identifier)\">\n"
        html += "<table class=\"data\">\n<caption id=\"\(identifier)\">\(HTMLText.escaped(table.title))</caption>\n"
        html += "<thead><tr>"
        for (column, head) in table.columns.enumerated() {
            html += "<th scope=\"col\"\(kinds([side(column, of: table)]))>\(HTMLText.escaped(head.title))</th>"
        }
        html += "</tr></thead>\n<tbody>\n"
        for row in table.rows.indices {
            html += "<tr>"
            for column in table.columns.indices { html += cell(row: row, column: column, of: table, isPlain) }
            html += "</tr>\n"
        }
        html += "</tbody>\n"
        if let totals = table.totalTexts {
            html += "<tfoot><tr>"
            for (column, text) in totals.enumerated() {
                let kinds = kinds([side(column, of: table), text.hasPrefix("-") ? "neg" : nil])
                html += column == 0 ? "<th scope=\"row\"\(kinds)>" : "<td\(kinds)>"
                html += HTMLText.escaped(text) + (column == 0 ? "</th>" : "</td>")
            }
            html += "</tr></tfoot>\n"
        }
        return html + "</table>\n</div>\n"
    }

    private static func cell(row: Int, column: Int, of table: TableBlock, _ isPlain: Bool) -> String {
        let value = table.rows[row][column]
        let text = table.format(row: row, column: column).text(value)
        let side = side(column, of: table)
        let isLong = text.utf8.count > 28 && !table.columns[column].format.isFlushRight
        let kinds = kinds([
            side, isLong ? "long" : nil, value.isMissing ? "u" : nil,
            !isPlain && value.number.map { $0 < 0 } == true && text.hasPrefix("-") ? "neg" : nil,
            table.tone(value, column: column)?.rawValue,
        ])
        let content = HTMLText.escaped(text)
        return column == 0 ? "<th scope=\"row\"\(kinds)>\(content)</th>" : "<td\(kinds)>\(content)</td>"
    }

    /// The class of a column that does not stand where its kind of cell does anyway: heads of rows to the left, other
    /// cells to the right. Words are `t`, dates `d`, numbers at the head of a row `n`.
    private static func side(_ column: Int, of table: TableBlock) -> String? {
        let format = table.columns[column].format
        if format.isFlushRight { return column == 0 ? "n" : nil }
        if format == .date || format == .time { return column == 0 ? nil : "d" }
        return column == 0 ? nil : "t"
    }

    private static func kinds(_ kinds: [String?]) -> String {
        let kinds = kinds.compactMap { $0 }
        return kinds.isEmpty ? "" : " class=\"\(kinds.joined(separator: " "))\""
    }
}

extension Value {
    /// Whether there is no value, with or without a reason.
    var isMissing: Bool {
        switch self {
        case .undefined, .null: true
        case .number(let number): !number.isFinite
        default: false
        }
    }
}
