internal import Metrics
internal import Notebooks

/// A table as HTML, in a box that scrolls sideways by itself.
enum HTMLTable {
    /// The table with its caption; the box is a focusable region named by the caption.
    static func html(_ table: TableBlock, identifier: String) -> String {
        var html = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(identifier)\">\n"
        html += "<table>\n<caption id=\"\(identifier)\">\(HTMLText.escaped(table.title))</caption>\n<thead><tr>"
        for column in table.columns {
            let kind = column.format.isFlushRight ? " class=\"n\"" : ""
            html += "<th scope=\"col\"\(kind)>\(HTMLText.escaped(column.title))</th>"
        }
        html += "</tr></thead>\n<tbody>\n"
        for index in table.rows.indices {
            html += "<tr>"
            for column in table.columns.indices { html += cell(row: index, column: column, of: table) }
            html += "</tr>\n"
        }
        html += "</tbody>\n"
        if let totals = table.totalTexts {
            html += "<tfoot><tr>"
            for (column, text) in totals.enumerated() {
                let kind = table.columns[column].format.isFlushRight ? " class=\"n\"" : ""
                html += column == 0 ? "<th scope=\"row\"\(kind)>" : "<td\(kind)>"
                html += HTMLText.escaped(text) + (column == 0 ? "</th>" : "</td>")
            }
            html += "</tr></tfoot>\n"
        }
        return html + "</table>\n</div>\n"
    }

    private static func cell(row: Int, column: Int, of table: TableBlock) -> String {
        let value = table.rows[row][column]
        let format = table.format(row: row, column: column)
        var kinds: [String] = []
        if format.isFlushRight { kinds.append("n") }
        if value.isMissing { kinds.append("u") }
        if format == .date || format == .time { kinds.append("d") }
        if let tone = table.tone(value, column: column) { kinds.append(tone.rawValue) }
        let text = format.text(value)
        if !format.isFlushRight, text.utf8.count > 28 { kinds.append("long") }
        let attribute = kinds.isEmpty ? "" : " class=\"\(kinds.joined(separator: " "))\""
        let content = HTMLText.escaped(text)
        return column == 0 && !format.isFlushRight
            ? "<th scope=\"row\"\(attribute)>\(content)</th>" : "<td\(attribute)>\(content)</td>"
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
