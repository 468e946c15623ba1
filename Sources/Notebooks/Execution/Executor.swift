internal import Dates
import Input
internal import Metrics

/// One run of a template: executes its pieces in order, keeping what earlier ones gave.
struct Executor {
    private let template: Template
    private let context: NotebookContext
    private let parameters: [(name: String, value: ParameterValue)]
    private let units: ColumnUnits
    private let database: ReadOnlyDatabase?
    private var names: Names
    private var anchors: Anchors
    private var blocks: [Block] = []

    /// A run; the history is opened when a cell asks for it.
    init(
        template: Template, parameters: [(name: String, value: ParameterValue)], context: NotebookContext
    ) throws(NotebookError) {
        self.template = template
        self.context = context
        self.parameters = parameters
        units = ColumnUnits(datasets: context.datasets)
        names = Names(template: template, parameters: parameters, context: context)
        anchors = Anchors(cells: template.cellNames)
        let needsSQL = template.pieces.contains {
            if case .cell(let cell) = $0.content, case .sql = cell.content { true } else { false }
        }
        guard needsSQL else {
            database = nil
            return
        }
        do {
            let close = NewYork.instant(context.asOf, hour: 16)
            let database = try ReadOnlyDatabase(
                history: context.historyPath, now: close, stepLimit: context.stepLimit)
            for dataset in context.datasets { try database.add(Relation(dataset)) }
            self.database = database
        } catch {
            throw NotebookError.history(path: context.historyPath ?? "(none)", reason: error.message)
        }
    }

    /// The document.
    mutating func run() -> Document {
        for piece in template.pieces {
            do throws(CellFault) {
                try execute(piece)
            } catch {
                fail(piece, error)
            }
        }
        var title = template.titleSource
        do throws(CellFault) {
            title = try names.plain(template.title)
        } catch {
            blocks.insert(failure(anchor: anchors.heading("title"), line: 1, "title: \(error.message)"), at: 0)
        }
        return Document(
            title: title, kind: template.kind, asOf: context.asOf,
            parameters: parameters.map { parameter in
                Document.Parameter(
                    name: parameter.name, text: parameter.value.format.text(parameter.value.value))
            },
            syntheticNotice: context.syntheticNotice, provenance: context.provenance, facts: context.facts,
            links: context.links, blocks: blocks)
    }

    private mutating func execute(_ piece: Template.Piece) throws(CellFault) {
        switch piece.content {
        case .heading(let level, let text):
            let words = try names.plain(text)
            blocks.append(.heading(level: level, text: words, anchor: anchors.heading(words)))
        case .prose(let text): blocks.append(.prose(try names.markdown(text)))
        case .cell(let cell): try execute(cell)
        }
    }

    private mutating func execute(_ cell: Cell) throws(CellFault) {
        let tables = TableMaker(names: names)
        switch cell.content {
        case .sql(let sql):
            let result = try tables.formatted(query(sql, named: cell.name), sql.table)
            if sql.isShown { blocks.append(.table(try tables.table(result, cell: cell.name, sql.table))) }
            try keep(result)
        case .table(let table):
            let rows = try tables.selected(names.relation(table.data), table)
            let shown = try tables.formatted(rows, table.table)
            blocks.append(.table(try tables.table(shown, cell: cell.name, table.table)))
            try keep(Relation(name: cell.name, columns: shown.columns, rows: shown.rows))
        case .chart(let chart):
            blocks.append(.chart(try ChartMaker(names: names).chart(chart, named: cell.name)))
        case .figures(let figures):
            blocks.append(.figures(try self.figures(figures, named: cell.name)))
        }
    }

    private mutating func keep(_ relation: Relation) throws(CellFault) {
        names.add(relation)
        do {
            try database?.add(relation)
        } catch {
            throw CellFault(message: error.message)
        }
    }

    private func query(_ cell: SQLCell, named name: String) throws(CellFault) -> Relation {
        guard let database else { throw CellFault(message: "there is no database.") }
        do throws(SQLFault) {
            let (columns, rows) = try database.query(cell.statement, parameters: names.parameters)
            var seen: Set<String> = []
            for column in columns where !seen.insert(column).inserted {
                throw SQLFault(
                    message: "two columns are called '\(column)'; name one of them with 'as'", linesBefore: nil)
            }
            return Relation(
                name: name,
                columns: columns.enumerated().map { index, column in
                    TableBlock.Column(
                        name: column, title: ColumnNames.title(column),
                        format: units.format(of: column, values: rows.lazy.map { $0[index] }))
                },
                rows: rows)
        } catch {
            throw CellFault(
                message: explained(error.message, by: database), line: error.linesBefore.map { cell.firstLine + $0 })
        }
    }

    /// SQLite's words, with the names that exist where one does not.
    private func explained(_ message: String, by database: ReadOnlyDatabase) -> String {
        func name(after prefix: String) -> String? {
            message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : nil
        }
        if let table = name(after: "no such table: "), let tables = try? database.tableNames() {
            if let cell = names.whyMissing(cell: table) { return cell }
            return "\(message). \(Suggestion.text(for: table, among: tables))"
        }
        if let column = name(after: "no such column: "), let columns = try? database.columnNames() {
            let bare = column.split(separator: ".").last.map(String.init) ?? column
            let nearest = NearestName.suggestion(for: bare, among: columns)
            return "\(message). " + (nearest.map { "Did you mean '\($0)'?" } ?? "No table has a column like it.")
        }
        return message.last == "." ? message : "\(message)."
    }

    private func figures(_ cell: FiguresCell, named name: String) throws(CellFault) -> FiguresBlock {
        var items: [FiguresBlock.Item] = []
        for item in cell.items {
            do throws(CellFault) {
                let found = try names.value(item.value)
                let verdict: Verdict? =
                    switch item.verdict {
                    case nil: nil
                    case .said(let verdict): verdict
                    case .computed(let reference): try self.verdict(reference)
                    }
                items.append(
                    FiguresBlock.Item(
                        label: try names.plain(item.label), value: found.value, format: item.format ?? found.format,
                        note: try names.plain(item.note), target: try names.plain(item.target), verdict: verdict))
            } catch {
                throw CellFault(message: error.message, line: item.line)
            }
        }
        return FiguresBlock(anchor: Anchors.of(cell: name), title: try names.plain(cell.title), items: items)
    }

    private func verdict(_ reference: Reference) throws(CellFault) -> Verdict? {
        let value = try names.value(reference).value
        switch value {
        case .null: return nil
        case .undefined: return .unknown
        default:
            let word = ValueFormat.text.text(value)
            if let verdict = Verdict(rawValue: word) { return verdict }
            let verdicts = Verdict.allCases.map(\.rawValue)
            throw CellFault(
                message: "'\(reference.text)' is '\(word)', which is no verdict. "
                    + Suggestion.text(for: word, among: verdicts))
        }
    }

    private mutating func fail(_ piece: Template.Piece, _ fault: CellFault) {
        switch piece.content {
        case .cell(let cell):
            names.fail(cell.name, line: piece.line)
            // A dataset of the same name must not pass for the result.
            try? database?.remove(cell.name)
            blocks.append(
                failure(
                    anchor: Anchors.of(cell: cell.name), line: fault.line ?? piece.line,
                    "cell '\(cell.name)': \(fault.message)"))
        case .heading, .prose:
            let anchor = anchors.heading("line \(piece.line)")
            blocks.append(failure(anchor: anchor, line: fault.line ?? piece.line, fault.message))
        }
    }

    private func failure(anchor: String, line: Int, _ message: String) -> Block {
        .failure(FailureBlock(anchor: anchor, place: "\(template.file):\(line)", message: message))
    }
}
