public import Dates
internal import History
public import Metrics
public import Notebooks

/// Makes documents of notebooks: computes the figures that one names, and runs it over the history as of a date.
public struct ReportMaker: Sendable {
    /// Where the figures come from.
    public let data: ReportData
    /// The program's name and version, as the report gives them.
    public let program: String

    /// The label of the days that the history has up to the report's date, among the lines of its provenance.
    public static let spanLabel = "Days in it"

    /// A maker of documents.
    public init(data: ReportData, program: String) {
        self.data = data
        self.program = program
    }

    /// A notebook that was run.
    public struct Report: Sendable {
        /// What renderers show.
        public var document: Document
        /// The figures that were computed for it.
        public let figures: ReportFigures
        /// The parameters with their values as text, defaults put in.
        public let parameters: [String: String]
    }

    /// Runs a notebook.
    ///
    /// - Parameters:
    ///   - given: parameters by name, as text; those with a default may be left out.
    ///   - asOf: the date taken for today. A notebook about a week that has passed is made as of its last session.
    ///   - facts: what a reader must know first; links: other reports.
    ///   - reported: figures of earlier weeks as they were reported.
    /// - Throws: `NotebookError` for a faulty template or parameters that do not fit, and what the history throws. A cell
    ///   that fails is shown in the document instead.
    public func report(
        _ template: Template, parameters given: [String: String] = [:], asOf: Day, facts: [Document.Parameter] = [],
        links: [Document.Parameter] = [], reported: (ISOWeek) throws -> [ReportedFigure] = { _ in [] }
    ) throws -> Report {
        let scalars = DataDictionary.computed.flatMap(\.scalars).map(\.name)
        let faults = template.faults(ofParametersCalledLike: scalars) + template.faults
        guard faults.isEmpty else { throw NotebookError.faultyTemplate(faults) }
        let values = try Notebook.resolve(given, of: template, asOf: asOf)
        let week = values.lazy.compactMap { value -> ISOWeek? in
            if case .week(let week) = value.value { week } else { nil }
        }.first
        // What is recorded at a week's end belongs to the next one, so that a report is the same whenever it is made.
        let asOf = try week.map { min(asOf, try data.lastSession(of: $0)) } ?? asOf
        let names = template.mentionedNames.leavingOut(scalars: template.parameters.map(\.name))
        let figures = try data.figures(naming: names, week: week, asOf: asOf, reported: reported)
        let context = NotebookContext(
            asOf: asOf, datasets: figures.datasets, scalars: figures.scalars, historyPath: data.store.path,
            provenance: try Provenance.lines(data, template: template, program: program, asOf: asOf),
            syntheticNotice: try Provenance.syntheticNotice(data.store, asOf: asOf), facts: facts, links: links,
            historyLens: try data.store.lens(asOf: asOf), historyTables: HistoryDictionary.catalogue.datasets)
        let document = try Notebook.run(template, parameters: given, context: context)
        let texts = document.parameters.map { ($0.name, $0.text) }
        return Report(
            document: document, figures: figures,
            parameters: Dictionary(texts) { first, _ in first })
    }

    /// Everything in a template that can be known to be wrong without data, by place; empty for a sound one.
    public static func check(_ template: Template, asOf: Day) throws -> [TemplateFault] {
        let context = NotebookContext(
            asOf: asOf, datasets: DataDictionary.computed.flatMap(\.datasets).map { $0.dataset([]) },
            scalars: DataDictionary.computed.flatMap(\.scalars).map { Scalar($0.name, $0.unit, .null) },
            historySchema: try HistoryStore.schemaStatements(), historyLens: try HistoryStore.schemaLens(asOf: asOf),
            historyTables: HistoryDictionary.catalogue.datasets)
        return try Notebook.check(template, context: context)
    }
}
