internal import Dates
internal import Metrics

/// Reads a cell from its fence and its lines.
struct CellReader {
    /// Everything wrong in the cell.
    private(set) var faults: [TemplateFault] = []

    private let file: String
    private let line: Int
    private let lines: [TemplateLine]

    /// A cell whose fence stands at a line, with the lines inside the fence.
    init(file: String, line: Int, lines: [TemplateLine]) {
        self.file = file
        self.line = line
        self.lines = lines
    }

    /// What the cell does.
    mutating func content(_ kind: Cell.Kind, name: String) -> Cell.Content {
        let source: YAMLSource
        if kind == .sql {
            source = YAMLSource(file: file, ownerLine: line, lines: lines.compactMap(CellReader.option))
        } else {
            source = YAMLSource(
                file: file, ownerLine: line,
                lines: lines.map { YAMLSource.Line(text: $0.text, line: $0.number, indent: 0) })
        }
        var options = OptionReader(source, owner: "\(kind.rawValue) cell '\(name)'")
        let content: Cell.Content =
            switch kind {
            case .sql: .sql(sql(&options))
            case .table: .table(table(&options))
            case .chart: .chart(chart(&options))
            case .figures: .figures(figures(&options))
            }
        faults += options.finish()
        return content
    }

    /// A line `--| title: P&L by book` as the YAML in it.
    private static func option(_ line: TemplateLine) -> YAMLSource.Line? {
        let start = line.text.prefix { $0 == " " }.count
        let body = line.text.dropFirst(start)
        guard body.hasPrefix("--|") else { return nil }
        let text = body.dropFirst(3)
        let space = text.hasPrefix(" ") ? 1 : 0
        return YAMLSource.Line(text: String(text.dropFirst(space)), line: line.number, indent: start + 3 + space)
    }

    private mutating func sql(_ options: inout OptionReader) -> SQLCell {
        var cell = SQLCell()
        cell.statement = lines.map(\.text).joined(separator: "\n")
        cell.firstLine = line + 1
        cell.table = tableOptions(&options)
        cell.isShown = options.flag("show") ?? true
        let isBlank = lines.allSatisfy { $0.text.trimmed.isEmpty || CellReader.option($0) != nil }
        if isBlank {
            options.add([
                TemplateFault(
                    file: file, line: line, column: 1,
                    message: "\(options.owner): there is no statement. Write one 'select …' inside the fence.")
            ])
        }
        return cell
    }

    private func table(_ options: inout OptionReader) -> TableCell {
        var cell = TableCell()
        cell.data = options.required("data")
        cell.columns = options.words("select")
        cell.conditions = options.textLists("where")
        cell.table = tableOptions(&options)
        return cell
    }

    private func tableOptions(_ options: inout OptionReader) -> TableOptions {
        var table = TableOptions()
        table.title = options.text("title") ?? table.title
        table.note = options.text("note") ?? table.note
        table.emptyText = options.text("empty") ?? table.emptyText
        table.formats = options.choices("columns", ValueFormat.self)
        table.titles = options.texts("titles")
        table.totals = options.words("total")
        for rule in options.choices("highlight", TableBlock.Highlight.Tone.self) {
            if let highlight = CellReader.highlight(rule) {
                table.highlights.append(highlight)
            } else {
                options.fault(
                    "highlight",
                    "option 'highlight': '\(rule.name)' is not a rule. Write 'column < value: tone' with <, > or =.")
            }
        }
        return table
    }

    /// Reads `pnl < 0`.
    private static func highlight(_ rule: Named<TableBlock.Highlight.Tone>) -> TableBlock.Highlight? {
        let parts = rule.name.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, let comparison = TableBlock.Highlight.Comparison(rawValue: String(parts[1])) else {
            return nil
        }
        let operand = parts[2].trimmed
        let value: Value =
            if let number = Double(operand), number.isFinite {
                .number(number)
            } else if let day = Day(operand) {
                .day(day)
            } else if let flag = ParameterValue.flags[operand.lowercased()] {
                .flag(flag)
            } else {
                .text(String(operand))
            }
        return TableBlock.Highlight(
            column: String(parts[0]), comparison: comparison, operand: value, tone: rule.content)
    }

    private func chart(_ options: inout OptionReader) -> ChartCell {
        var cell = ChartCell()
        cell.title = options.text("title") ?? cell.title
        cell.note = options.text("note") ?? cell.note
        cell.alternative = options.text("alternative") ?? cell.alternative
        cell.data = options.required("data")
        cell.x = options.required("x")
        cell.xTitle = options.text("x-title")
        let lines = options.texts("lines", listAllowed: true)
        let bars = options.texts("bars", listAllowed: true)
        cell.kind = lines.isEmpty && !bars.isEmpty ? .bar : .line
        cell.series = lines + bars
        cell.format = options.choice("format", ValueFormat.self)
        if lines.isEmpty == bars.isEmpty {
            options.add([
                TemplateFault(
                    file: file, line: line, column: 1,
                    message: "\(options.owner): name the columns to draw, either as 'lines' or as 'bars'.")
            ])
        } else if cell.series.count > 6 {
            options.fault(
                lines.isEmpty ? "bars" : "lines",
                "\(options.owner): \(cell.series.count) series cannot be told apart. Draw up to six.")
        }
        return cell
    }

    private func figures(_ options: inout OptionReader) -> FiguresCell {
        var cell = FiguresCell()
        cell.title = options.text("title") ?? cell.title
        let items = options.items("items", owner: options.owner)
        if items.isEmpty, options.faults.isEmpty {
            options.add([
                TemplateFault(
                    file: file, line: line, column: 1,
                    message: "\(options.owner): option 'items' is missing. Write '- label: …' and 'value: …' for each.")
            ])
        }
        for var reader in items {
            if let item = item(&reader) { cell.items.append(item) }
            options.add(reader.finish())
        }
        return cell
    }

    private func item(_ reader: inout OptionReader) -> FiguresCell.Item? {
        let label = reader.required("label")
        let text = reader.required("value")
        let format = reader.choice("format", ValueFormat.self)
        let target = reader.text("target")
        let note = reader.text("note")
        let word = reader.word("verdict")
        guard !label.isEmpty, !text.isEmpty else { return nil }
        guard let value = Reference(text) else {
            reader.fault(
                "value", "option 'value': '\(text)' is not a value. Write a scalar's name, or cell.column.")
            return nil
        }
        var item = FiguresCell.Item(line: reader.line(of: "label"), value: value, format: format)
        item.label = reader.text("label") ?? item.label
        item.target = target ?? item.target
        item.note = note ?? item.note
        if let word {
            if let verdict = Verdict(rawValue: word) {
                item.verdict = .said(verdict)
            } else if let reference = Reference(word) {
                item.verdict = .computed(reference)
            } else {
                let verdicts = Verdict.allCases.map(\.rawValue).joined(separator: ", ")
                reader.fault(
                    "verdict",
                    "option 'verdict': '\(word)' is neither a verdict (\(verdicts)) nor a value as cell.column.")
            }
        }
        return item
    }
}
