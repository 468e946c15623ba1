public import Archive
public import Dates
internal import Digests
internal import Foundation
internal import History
internal import Ledger
internal import Metrics
internal import Notebooks
internal import Rendering
public import Reports
internal import Reviews

/// Puts reports into the archive: runs a notebook, says on its pages what it is, and publishes it whole or not at all.
public struct Publisher: Sendable {
    /// By whom and how reports are made: what manifests say of it.
    public struct Maker: Sendable {
        /// The program.
        public var program: Manifest.Program
        /// The digest of the desk's settings.
        public var settings: String
        /// The machine.
        public var host: String
        /// The user.
        public var user: String
        /// The command line.
        public var command: String

        /// By whom and how.
        public init(program: Manifest.Program, settings: String, host: String, user: String, command: String) {
            self.program = program
            self.settings = settings
            self.host = host
            self.user = user
            self.command = command
        }
    }

    /// Where reports go.
    public let archive: Archive
    /// Makes the documents.
    public let reports: ReportMaker
    let maker: Maker
    let now: @Sendable () -> Instant

    /// A publisher.
    /// - Parameter now: the clock.
    public init(archive: Archive, reports: ReportMaker, maker: Maker, now: @escaping @Sendable () -> Instant) {
        self.archive = archive
        self.reports = reports
        self.maker = maker
        self.now = now
    }

    /// Makes a report and adds it to the archive, and to the history's list of reports.
    ///
    /// From the same inputs nothing is added. From others it is the next revision, whose reason says what changed. A
    /// report with a failed cell goes to `failed/` beside the years instead, until it is published.
    ///
    /// - Throws: ``PublishingError/failedCells(report:cells:page:)``, `ArchiveError`, and what the notebook and the history
    ///   throw.
    public func publish(_ order: ReportOrder) throws -> PublishedReport {
        let started = now()
        // What a crash left has to be in the log before the report says what it stands beside.
        _ = try archive.recover()
        let log = try history()
        let made = try make(order, log: log)
        guard !made.document.hasFailure else { throw try keepFailed(made, order) }
        var draft = try draft(made, order, log: log, started: started)
        let slot = try archive.slot(for: draft)
        draft.reason = try slot.supersedes.map { try reason(order, draft, since: $0) } ?? order.reason
        let document = try made.document.published(as: draft, in: slot, archive: archive)
        draft.warnings = document.warnings.map(\.message)
        var warnings = draft.warnings
        let publication = try archive.publish(draft, clock: now) { folder, _ in
            warnings += try write(document, made, order, into: folder)
        }
        let run = publication.run
        try reports.data.store.record(
            ReportRunRecord(
                report: order.template.kind, asOf: made.document.asOf, parameters: made.report.parameters,
                digest: draft.inputID, place: run.place.path,
                scalars: try ReviewJSON.text(
                    parameters: made.report.parameters, scalars: made.report.figures.scalars, datasets: []),
                recordedAt: run.time))
        // The page of an earlier failure would say that there is none.
        try? FileManager.default.removeItem(atPath: failedFolder(order))
        let isNew = if case .published = publication { true } else { false }
        return PublishedReport(
            run: run, isNew: isNew, document: document, scalars: made.report.figures.scalars, warnings: warnings)
    }

    /// Everything that was published; nothing where there is no archive yet.
    func history() throws -> RunHistory { archive.exists ? try archive.history() : .nothing }

    func write(_ document: Document, _ made: MadeReport, _ order: ReportOrder, into folder: URL) throws -> [String] {
        try ReportFolder.write(
            document, formats: order.template.formats,
            extra: [
                (PublishedFile.cells, try DocumentJSON.text(document)), (PublishedFile.figures, try made.figures()),
            ],
            into: folder)
    }

    private func failedFolder(_ order: ReportOrder) -> String {
        "\(archive.root)/failed/\(order.period)-\(order.template.kind)"
    }

    private func keepFailed(_ made: MadeReport, _ order: ReportOrder) throws -> PublishingError {
        let folder = failedFolder(order)
        try ReportFolder.publish(made.document, to: URL(fileURLWithPath: folder))
        return .failedCells(report: made.document.title, cells: made.document.failedCells, page: "\(folder)/index.html")
    }
}

/// The files of a run beside its pages.
enum PublishedFile {
    /// Every cell's result.
    static let cells = "cells.json"
    /// The computed figures.
    static let figures = "figures.json"
}
