internal import Dates
internal import Metrics

/// One run of a template: executes its pieces in order, keeping what earlier ones gave.
struct Executor {
    /// What a template is gone through for.
    enum Purpose {
        /// To make a document.
        case run
        /// To find what is wrong in it: datasets have no rows, statements are prepared and not executed, and pieces
        /// are looked at whatever their conditions say.
        case check
    }

    private let template: Template
    private let context: NotebookContext
    private let parameters: [(name: String, value: ParameterValue)]
    private let purpose: Purpose
    private let units: ColumnUnits
    private let database: ReadOnlyDatabase?
    private var names: Names
    private var anchors: Anchors
    private var blocks: [Block] = []
    private var warnings: [Document.Warning] = []
    private var faults: [TemplateFault] = []

    /// A run; the history is opened when there is a query.
    init(
        template: Template, parameters: [(name: String, value: ParameterValue)], context: NotebookContext,
        purpose: Purpose
    ) throws(NotebookError) {
        var context = context
        if purpose == .check {
            context.datasets = context.datasets.map { Dataset(name: $0.name, columns: $0.columns) }
        }
        self.template = template
        self.context = context
        self.parameters = parameters
        self.purpose = purpose
        units = ColumnUnits(datasets: context.datasets)
        names = Names(template: template, parameters: parameters, context: context, rowsAreKnown: purpose == .run)
        anchors = Anchors(cells: template.cellNames)
        database = try template.hasQuery ? Executor.database(context, purpose) : nil
    }

    private static func database(
        _ context: NotebookContext, _ purpose: Purpose
    ) throws(NotebookError) -> ReadOnlyDatabase {
        let path = purpose == .check ? nil : context.historyPath
        do {
            let close = NewYork.instant(context.asOf, hour: 16)
            let database = try ReadOnlyDatabase(
                path.map { .file($0) } ?? .schema(context.historySchema), now: close, stepLimit: context.stepLimit)
            for dataset in context.datasets { try database.add(Relation(dataset)) }
            return database
        } catch {
            throw NotebookError.history(path: path ?? "(none)", reason: error.message)
        }
    }

    /// The document.
    mutating func run() -> Document {
        for piece in template.pieces {
            guard execute(piece) else { break }
        }
        let (title, failure) = title()
        if let failure { blocks.insert(failure, at: 0) }
        return Document(
            title: title, kind: template.kind, asOf: context.asOf,
            parameters: parameters.map { parameter in
                Document.Parameter(
                    name: parameter.name, text: parameter.value.format.text(parameter.value.value))
            },
            syntheticNotice: context.syntheticNotice, provenance: context.provenance, facts: context.facts,
            links: context.links, warnings: warnings, blocks: blocks)
    }

    /// Everything that is wrong beyond the template's own faults.
    mutating func check() -> [TemplateFault] {
        for piece in template.pieces { _ = execute(piece) }
        _ = title()
        return faults
    }

    /// Makes a piece; false when nothing after it is to be made.
    private mutating func execute(_ piece: Template.Piece) -> Bool {
        var maker = maker()
        if let unmet = maker.unmet(piece.conditions), maker.faults.isEmpty, purpose == .run {
            if case .cell(let cell) = piece.content {
                miss(cell.name, at: piece.place, .leftOut(condition: unmet.words.text))
            }
            return true
        }
        var made = maker.made(piece.content)
        if purpose == .run, let emptiness = made.emptiness { judge(emptiness, &made, &maker) }
        if maker.faults.isEmpty, let relation = made.relation { keep(relation, &maker) }
        guard maker.faults.isEmpty else { return fail(piece, maker.faults) }
        anchors = maker.anchors
        if case .cell(let cell) = piece.content {
            if made.relation == nil {
                // What could not be read gives no block either.
                let reason: Names.Absence = made.blocks.isEmpty ? .failed : .rowless(noun: cell.noun)
                names.miss(cell.name, at: piece.place, reason)
            }
            blocks += made.blocks.map { $0.placed(cell.options.placement) }
        } else {
            blocks += made.blocks
        }
        return true
    }

    private func maker() -> PieceMaker {
        PieceMaker(names: names, database: database, units: units, anchors: anchors)
    }

    /// What becomes of a cell without rows.
    private mutating func judge(_ emptiness: Emptiness, _ made: inout PieceMaker.Made, _ maker: inout PieceMaker) {
        let words = maker.words(emptiness)
        switch emptiness.policy {
        case .note: return
        case .warn:
            warnings.append(
                Document.Warning(anchor: made.blocks.first?.anchor ?? "", message: "\(made.title): \(words)"))
        case .error:
            maker.fault("\(words) Write 'empty: warn' or 'empty: note' where that may be.", at: nil)
        }
    }

    private mutating func keep(_ relation: Relation, _ maker: inout PieceMaker) {
        do {
            try database?.add(relation)
            names.add(relation)
        } catch {
            maker.fault("\(error.message).", at: nil)
        }
    }

    private mutating func miss(_ cell: String, at place: Place, _ reason: Names.Absence) {
        names.miss(cell, at: place, reason)
        // A dataset of the same name must not pass for the result.
        try? database?.remove(cell)
    }

    private mutating func title() -> (text: String, failure: Block?) {
        var maker = maker()
        let title = maker.plain(template.title)
        guard !maker.faults.isEmpty else { return (title, nil) }
        tell(maker.faults, at: template.titleWords.place)
        let block = failure(
            anchor: anchors.heading("title"), at: template.titleWords.place, maker.faults, prefix: "title: ")
        return (template.titleSource, block)
    }

    /// Shows what is wrong in a piece's place; false when nothing after it is to be made.
    private mutating func fail(_ piece: Template.Piece, _ faults: [CellFault]) -> Bool {
        tell(faults, at: piece.place)
        guard case .cell(let cell) = piece.content else {
            let anchor = anchors.heading("line \(piece.place.line)")
            blocks.append(failure(anchor: anchor, at: piece.place, faults, prefix: ""))
            return true
        }
        miss(cell.name, at: piece.place, .failed)
        let ending = cell.options.stopsOnError ? " Nothing after it was computed, as its 'on-error' asks." : ""
        blocks.append(
            failure(
                anchor: Anchors.of(cell: cell.name), at: piece.place, faults, prefix: "cell '\(cell.name)': ",
                ending: ending))
        return !cell.options.stopsOnError
    }

    /// Remembers faults of the template; what only follows from another one is none.
    private mutating func tell(_ faults: [CellFault], at place: Place) {
        self.faults += faults.filter { !$0.isConsequence }.map { TemplateFault(at: $0.place ?? place, $0.message) }
    }

    /// The block of a failed piece: the first fault by place, and the others with their lines.
    private func failure(
        anchor: String, at place: Place, _ faults: [CellFault], prefix: String, ending: String = ""
    ) -> Block {
        let sorted = faults.enumerated().sorted {
            let (one, other) = ($0.element.place ?? place, $1.element.place ?? place)
            return (one.line, one.column, $0.offset) < (other.line, other.column, $1.offset)
        }.map(\.element)
        let others = sorted.dropFirst().map { " Line \(($0.place ?? place).line): \($0.message)" }
        let first = sorted.first?.place
        return .failure(
            FailureBlock(
                anchor: anchor, place: first?.text ?? "\(place.file):\(place.line)",
                message: prefix + (sorted.first?.message ?? "") + others.joined() + ending))
    }
}
