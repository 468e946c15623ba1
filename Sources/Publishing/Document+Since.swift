internal import Archive
internal import Notebooks

extension Document {
    /// What is otherwise than in an earlier report, but what is so by its nature: that it is about another period, that its
    /// inputs have another digest, and which revision it is.
    func changes(since earlier: Document, about periods: (before: Period, now: Period), withCells: Bool) -> [Change] {
        changes(since: earlier, withCells: withCells).filter { change in
            switch change.kind {
            case .fact: return change.label != Label.revision
            case .source:
                let isPeriod =
                    change.before == periods.before.description && change.after == periods.now.description
                return !isPeriod && ![Label.inputID, Label.revision].contains(change.label)
            default: return true
            }
        }
    }

    /// Labels of what the archive says of a report.
    enum Label {
        static let inputID = "Input id"
        static let revision = "Revision"
    }
}
