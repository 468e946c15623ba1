internal import Archive
internal import Notebooks
internal import Reports

extension Document {
    /// What is otherwise than in an earlier report, but what is so by its nature: that it is about another period, that the
    /// history has come further, that its inputs have another digest, and which revision it is.
    func changes(since earlier: Document, about periods: (before: Period, now: Period), withCells: Bool) -> [Change] {
        changes(since: earlier, withCells: withCells).filter { change in
            guard [.source, .fact].contains(change.kind) else { return true }
            let isPeriod =
                change.before == periods.before.description && change.after == periods.now.description
            return !isPeriod && ![Label.inputID, Label.revision, ReportMaker.spanLabel].contains(change.label)
        }
    }

    /// Labels of what the archive says of a report.
    enum Label {
        static let inputID = "Input id"
        static let revision = "Revision"
    }
}
