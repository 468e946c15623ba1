internal import Dates
internal import Metrics

/// Everything that a template can name, as far as the run has come.
struct Names {
    /// Parameters, the as-of date and scalars.
    private(set) var values: [NamedValue]

    private var relations: [String: Relation]
    private var failed: [String: Int] = [:]
    private let cellLines: [String: Int]

    /// The names at the start of a run.
    init(template: Template, parameters: [(name: String, value: ParameterValue)], context: NotebookContext) {
        var values: [NamedValue] = []
        func add(_ name: String, _ value: Value, _ format: ValueFormat) {
            guard !values.contains(where: { $0.name == name }) else { return }
            values.append(NamedValue(name: name, value: value, format: format))
        }
        for (name, parameter) in parameters { add(name, parameter.value, parameter.format) }
        for case (let name, .week(let week)) in parameters {
            add("\(name)_monday", .day(week.monday), .date)
            add("\(name)_sunday", .day(week.sunday), .date)
        }
        add("as_of", .day(context.asOf), .date)
        parameterCount = values.count
        for scalar in context.scalars { add(scalar.name, scalar.value, ValueFormat(default: scalar.unit)) }
        self.values = values
        relations = Dictionary(
            context.datasets.map { ($0.name, Relation($0)) }, uniquingKeysWith: { first, _ in first })
        cellLines = Dictionary(
            template.pieces.compactMap { piece in
                if case .cell(let cell) = piece.content { (cell.name, piece.line) } else { nil }
            }, uniquingKeysWith: { first, _ in first })
    }

    private let parameterCount: Int

    /// What SQL can name as `:week`: parameters, the Monday and Sunday of a week, and the as-of date.
    var parameters: [NamedValue] { Array(values.prefix(parameterCount)) }

    /// Keeps a cell's result for later cells, in place of a dataset of the same name.
    mutating func add(_ relation: Relation) {
        relations[relation.name] = relation
    }

    /// Remembers that a cell has no result.
    mutating func fail(_ cell: String, line: Int) {
        failed[cell] = line
        relations[cell] = nil
    }

    /// A dataset or an earlier cell's result.
    func relation(_ name: String) throws(CellFault) -> Relation {
        if let relation = relations[name] { return relation }
        throw missing(name, "dataset or earlier cell", among: relations.keys.sorted())
    }

    /// What a reference stands for, and how it is shown where nothing else is said.
    func value(_ reference: Reference) throws(CellFault) -> (value: Value, format: ValueFormat) {
        let path = reference.path
        guard path.count > 1 else {
            if let named = values.first(where: { $0.name == path[0] }) { return (named.value, named.format) }
            throw missing(path[0], "parameter or scalar", among: values.map(\.name))
        }
        let relation = try relation(path[0])
        guard let column = path.last, let index = relation.index(of: column) else {
            throw CellFault(
                message: "'\(reference.text)': '\(relation.name)' has no column '\(path.last ?? "")'. "
                    + Suggestion.text(for: path.last ?? "", among: relation.columns.map(\.name)))
        }
        let keys = path.dropFirst().dropLast()
        guard keys.count < relation.columns.count else {
            throw CellFault(message: "'\(reference.text)': '\(relation.name)' has not so many columns.")
        }
        let row = relation.rows.first { row in
            zip(keys, zip(row, relation.columns)).allSatisfy { key, cell in
                ValueFormat.text.text(cell.0) == key
            }
        }
        if let row { return (row[index], relation.columns[index].format) }
        if keys.isEmpty { return (.undefined(.noData), relation.columns[index].format) }
        let found = relation.rows.prefix(20).map { row in
            row.prefix(keys.count).map(ValueFormat.text.text).joined(separator: ", ")
        }
        throw CellFault(
            message: "'\(reference.text)': '\(relation.name)' has no row '\(keys.joined(separator: ", "))'. "
                + Suggestion.text(for: keys.joined(separator: ", "), among: found))
    }

    /// A text with its values put in as they are shown.
    func plain(_ text: InterpolatedText) throws(CellFault) -> String {
        var result = ""
        for segment in text.segments {
            switch segment {
            case .literal(let literal): result += literal
            case .value(let reference, let format):
                let found = try value(reference)
                result += (format ?? found.format).text(found.value)
            }
        }
        return result
    }

    /// Markdown with its values put in as text.
    func markdown(_ text: InterpolatedText) throws(CellFault) -> String {
        var result = ""
        // Whether the line that is being written holds nothing but white space so far.
        var isBlank = true
        for segment in text.segments {
            switch segment {
            case .literal(let literal):
                result += literal
                let line = literal.unicodeScalars.reversed().prefix { $0 != "\n" }
                isBlank = (isBlank || line.count < literal.unicodeScalars.count) && line.allSatisfy { $0 == " " }
            case .value(let reference, let format):
                let found = try value(reference)
                let shown = (format ?? found.format).text(found.value)
                result += MarkdownText.escaped(shown, startsLine: isBlank)
                isBlank = isBlank && shown.trimmed.isEmpty
            }
        }
        return result
    }

    /// Why a cell of the template has no result at this point of the run; nil where there is no such cell.
    func whyMissing(cell name: String) -> String? {
        if let line = failed[name] { return "cell '\(name)' in line \(line) failed, so this has nothing to show." }
        return cellLines[name].map { "cell '\(name)' comes later, in line \($0). Move it up." }
    }

    private func missing(_ name: String, _ kind: String, among names: [String]) -> CellFault {
        CellFault(
            message: whyMissing(cell: name)
                ?? "there is no \(kind) '\(name)'. \(Suggestion.text(for: name, among: names))")
    }
}

extension ParameterValue {
    /// How the parameter is shown where nothing else is said.
    var format: ValueFormat {
        switch self {
        case .week, .text: .text
        case .day: .date
        case .integer: .integer
        case .number: .text
        case .flag: .flag
        }
    }
}
