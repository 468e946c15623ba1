internal import Archive
internal import Dates
internal import Metrics
internal import Notebooks
internal import Reports
internal import Reviews
internal import Rollout

/// A notebook that was run, with what its pages say besides.
struct MadeReport {
    let report: ReportMaker.Report
    /// The gate's newest decision on the as-of date; nil where none is on record.
    let gate: GateReport?

    var document: Document { report.document }

    /// The computed figures as JSON: what a later week's restatement compares with.
    func figures() throws -> String {
        try ReviewJSON.text(
            parameters: report.parameters, scalars: report.figures.scalars, datasets: report.figures.datasets)
    }
}

extension Publisher {
    /// Runs the notebook of an order.
    /// - Parameter log: the runs that may be looked back at.
    func make(_ order: ReportOrder, log: RunHistory) throws -> MadeReport {
        let figures = EarlierFigures(archive: archive, log: log, kind: order.template.kind, data: reports.data)
        let report = try reports.report(
            order.template, parameters: order.parameters, asOf: order.asOf, reported: figures.reported(before:))
        let gate = try GateLoader.newestReport(asOf: report.document.asOf, from: reports.data.store)
        return MadeReport(report: report, gate: gate)
    }
}
