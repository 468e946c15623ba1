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
    private var allowance = Allowance()
    private var sheets = SheetCount()
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
        units = ColumnUnits(datasets: context.datasets, views: context.historyTables)
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
            try database.look(through: context.historyLens)
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
        var outcome = outcome(piece)
        allowance = outcome.allowance
        if let unmet = outcome.unmet {
            if case .cell(let cell) = piece.content {
                miss(cell.name, at: piece.place, .leftOut(condition: unmet.words.text))
            }
            return true
        }
        if outcome.faults.isEmpty, let relation = outcome.made.relation {
            if let fault = keep(relation) { outcome.faults.append(fault) }
        }
        if outcome.faults.isEmpty, let fault = sheetFault(outcome.made.blocks, of: piece) {
            outcome.faults.append(fault)
        }
        guard outcome.faults.isEmpty else { return fail(piece, outcome.faults) }
        anchors = outcome.anchors
        if let warning = outcome.warning { warnings.append(warning) }
        guard case .cell(let cell) = piece.content else {
            blocks += outcome.made.blocks
            return true
        }
        if outcome.made.relation == nil {
            // What could not be read gives no block either.
            let reason: Names.Absence = outcome.made.blocks.isEmpty ? .failed : .rowless(noun: cell.noun)
            names.miss(cell.name, at: piece.place, reason)
        }
        blocks += outcome.made.blocks.map { $0.placed(cell.options.placement) }
        return true
    }

    /// What came of a piece.
    private struct Outcome {
        /// The condition that does not hold, for a piece that is left out.
        var unmet: Condition?
        var made = PieceMaker.Made()
        var faults: [CellFault] = []
        var warning: Document.Warning?
        var anchors: Anchors
        var allowance: Allowance
    }

    private func outcome(_ piece: Template.Piece) -> Outcome {
        var maker = maker()
        var outcome = Outcome(anchors: anchors, allowance: allowance)
        let unmet = maker.unmet(piece.conditions)
        if maker.faults.isEmpty, let unmet {
            outcome.unmet = unmet
            outcome.allowance = maker.allowance
            return outcome
        }
        outcome.made = maker.made(piece.content)
        if purpose == .run, let emptiness = outcome.made.emptiness {
            let words = maker.words(emptiness)
            switch emptiness.policy {
            case .note: break
            case .warn:
                let anchor = outcome.made.blocks.first?.anchor ?? ""
                outcome.warning = Document.Warning(anchor: anchor, message: "\(outcome.made.title): \(words)")
            case .error: maker.fault("\(words) Write 'empty: warn' or 'empty: note' where that may be.", at: nil)
            }
        }
        if maker.faults.isEmpty {
            _ = maker.show(outcome.made.blocks.reduce(0) { $0 + $1.shownBytes })
        }
        outcome.faults = maker.faults
        outcome.allowance = maker.allowance
        outcome.anchors = maker.anchors
        return outcome
    }

    private func maker() -> PieceMaker {
        PieceMaker(names: names, database: database, units: units, anchors: anchors, allowance: allowance)
    }

    private mutating func keep(_ relation: Relation) -> CellFault? {
        do {
            try database?.add(relation)
        } catch {
            return CellFault(message: "\(error.message).")
        }
        names.add(relation)
        return nil
    }

    /// Takes sheets for a cell's blocks; a fault where a workbook has no more. What hangs on a condition may not be there, and
    /// counts in a run alone.
    private mutating func sheetFault(_ blocks: [Block], of piece: Template.Piece) -> CellFault? {
        guard case .cell(let cell) = piece.content, template.formats.contains(.xlsx),
            purpose == .run || piece.conditions.isEmpty
        else { return nil }
        guard !blocks.allSatisfy({ sheets.take($0.placed(cell.options.placement)) }) else { return nil }
        return CellFault(
            message:
                "there is no sheet left for this: a workbook holds \(Placement.sheetLimit) of tables, charts and checks. "
                + "Let cells share one with 'sheet', leave some out of the workbook with 'formats', or divide the notebook.",
            isConsequence: purpose == .check && !sheets.isFirstRefusal)
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
        let block = FailureBlock(
            maker.faults, at: template.titleWords.place, anchor: anchors.heading("title"), prefix: "title: ")
        return (template.titleSource, .failure(block))
    }

    /// Shows what is wrong in a piece's place; false when nothing after it is to be made.
    private mutating func fail(_ piece: Template.Piece, _ faults: [CellFault]) -> Bool {
        tell(faults, at: piece.place)
        guard case .cell(let cell) = piece.content else {
            let anchor = anchors.heading("line \(piece.place.line)")
            blocks.append(.failure(FailureBlock(faults, at: piece.place, anchor: anchor, prefix: "")))
            return true
        }
        miss(cell.name, at: piece.place, .failed)
        let ending = cell.options.stopsOnError ? " Nothing after it was computed, as its 'on-error' asks." : ""
        blocks.append(
            .failure(
                FailureBlock(
                    faults, at: piece.place, anchor: Anchors.of(cell: cell.name), prefix: "cell '\(cell.name)': ",
                    ending: ending)))
        return !cell.options.stopsOnError
    }

    /// Remembers faults of the template; what only follows from another one is none.
    private mutating func tell(_ faults: [CellFault], at place: Place) {
        guard self.faults.count <= TemplateParser.faultLimit else { return }
        self.faults += faults.filter { !$0.isConsequence }.map { TemplateFault(at: $0.place ?? place, $0.message) }
    }
}
