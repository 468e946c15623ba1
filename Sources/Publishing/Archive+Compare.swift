public import Archive
internal import Notebooks

extension Archive {
    /// What is otherwise in one run than in another, down to the cells of tables, from what both showed when they were
    /// published.
    /// - Throws: ``PublishingError/noCells(run:)``, or `ArchiveError` for a run that is not as it was published.
    public func comparison(of earlier: Run, with later: Run) throws -> RunComparison {
        guard let before = try cells(of: earlier) else { throw PublishingError.noCells(run: earlier.place.name) }
        guard let now = try cells(of: later) else { throw PublishingError.noCells(run: later.place.name) }
        return RunComparison(
            earlier: earlier, later: later,
            changes: now.changes(since: before, about: (earlier.place.period, later.place.period), withCells: true))
    }
}
