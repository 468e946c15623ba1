import Input
internal import Dates
internal import Metrics

/// Everything that a template can name, as far as the run has come.
struct Names {
    /// Why a cell of the template has no rows to be read.
    enum Absence {
        /// It has not been executed yet.
        case later
        /// It failed.
        case failed
        /// Its condition did not hold, in the words of the template.
        case leftOut(condition: String)
        /// It is of a kind that has no rows, as in `a chart`.
        case rowless(noun: String)
    }

    /// Parameters, the Monday and Sunday of a week, the as-of date and scalars: what text and SQL can name.
    private(set) var values: [NamedValue]
    /// Whether datasets and results have their rows; else their columns alone are known.
    let rowsAreKnown: Bool

    private var relations: [String: Relation]
    private var absences: [String: (place: Place, reason: Absence)] = [:]
    /// Whether a partial is missing, which may hold whatever is not found.
    private(set) var isIncomplete = false

    /// The names at the start of a run.
    init(
        template: Template, parameters: [(name: String, value: ParameterValue)], context: NotebookContext,
        rowsAreKnown: Bool
    ) {
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
        for scalar in context.scalars { add(scalar.name, scalar.value, ValueFormat(default: scalar.unit)) }
        self.values = values
        self.rowsAreKnown = rowsAreKnown
        relations = Dictionary(
            context.datasets.map { ($0.name, Relation($0)) }, uniquingKeysWith: { first, _ in first })
        for piece in template.pieces {
            switch piece.content {
            case .cell(let cell) where absences[cell.name] == nil: absences[cell.name] = (piece.place, .later)
            case .unread(let name?): absences[name] = (piece.place, .failed)
            case .unread(nil): isIncomplete = true
            default: continue
            }
        }
    }

    /// Keeps a cell's result for later cells, in place of a dataset of the same name.
    mutating func add(_ relation: Relation) {
        relations[relation.name] = relation
        absences[relation.name] = nil
    }

    /// Remembers that a cell has no result, and why. A dataset of its name does not stand in for it.
    mutating func miss(_ cell: String, at place: Place, _ reason: Absence) {
        absences[cell] = (place, reason)
        relations[cell] = nil
    }

    /// A dataset or an earlier cell's result.
    func relation(_ word: Word) throws(CellFault) -> Relation {
        if let relation = relations[word.text] { return relation }
        throw missing(word, "dataset or earlier cell", among: relations.keys.sorted())
    }

    /// What a reference stands for, and how it is shown where nothing else is said.
    func value(_ reference: Reference) throws(CellFault) -> (value: Value, format: ValueFormat) {
        let path = reference.path
        guard path.count > 1 else {
            if let named = values.first(where: { $0.name == path[0] }) { return (named.value, named.format) }
            throw missing(reference.head, "parameter or scalar", among: values.map(\.name))
        }
        let relation = try relation(reference.head)
        let column = path[path.count - 1]
        guard let index = relation.index(of: column) else {
            throw CellFault(
                message: "'\(Excerpt.of(reference.text))': '\(relation.name)' has no column '\(Excerpt.of(column))'. "
                    + Suggestion.text(for: column, among: relation.columns.map(\.name)),
                place: reference.place(of: path.count - 1))
        }
        let keys = path.dropFirst().dropLast()
        guard keys.count < relation.columns.count else {
            throw CellFault(
                message: "'\(Excerpt.of(reference.text))': '\(relation.name)' has not so many columns.",
                place: reference.place)
        }
        let format = relation.columns[index].format
        if let row = relation.row(startingWith: keys) { return (row[index], format) }
        if keys.isEmpty || !rowsAreKnown { return (.undefined(.noData), format) }
        let key = keys.joined(separator: ", ")
        throw CellFault(
            message: "'\(Excerpt.of(reference.text))': '\(relation.name)' has no row '\(Excerpt.of(key))'. "
                + Suggestion.text(for: key, among: relation.firstKeys(keys.count)),
            place: reference.place(of: 1))
    }

    /// Why a cell of the template has no rows at this point of the run; nil where there is no such cell.
    func absence(of cell: String, in file: String) -> CellFault? {
        guard let (place, reason) = absences[cell] else { return nil }
        let subject = "cell '\(cell)' in \(place.words(from: file))"
        return switch reason {
        case .later: CellFault(message: "cell '\(cell)' comes later, in \(place.words(from: file)). Move it up.")
        case .failed: CellFault(message: "\(subject) failed, so this has nothing to show.", isConsequence: true)
        case .leftOut(let condition):
            CellFault(
                message:
                    "\(subject) was left out because '\(Excerpt.of(condition))' does not hold, so this has nothing to show. "
                    + "Give it the same condition.")
        case .rowless(let noun): CellFault(message: "\(subject) is \(noun), which has no rows to be read.")
        }
    }

    private func missing(_ word: Word, _ kind: String, among names: [String]) -> CellFault {
        var fault =
            absence(of: word.text, in: word.place.file)
            ?? CellFault(
                message:
                    "there is no \(kind) '\(Excerpt.of(word.text))'. \(Suggestion.text(for: word.text, among: names))",
                isConsequence: isIncomplete)
        fault.place = word.place
        return fault
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
