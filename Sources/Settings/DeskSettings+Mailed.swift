public import Console
internal import Input
internal import Nightly

extension DeskSettings {
    /// Sees that what is to be mailed are kinds of report that there are: a misspelt one would never be, without a word.
    /// - Parameter kinds: those of the notebooks.
    /// - Throws: ``Failure`` with status 78, the kind, those that there are and the nearest of them.
    public func checkMailed(among kinds: [String]) throws(Failure) {
        guard let stranger = reports.mailed.first(where: { !kinds.contains($0) }) else { return }
        let nearest = NearestName.suggestion(for: stranger, among: kinds).map { "did you mean '\($0)'?" }
        throw Failure(
            .settings,
            "reports.mailed: no notebook makes a report of the kind '\(Excerpt.of(stranger))'; "
                + (nearest ?? "there are: \(Excerpt.of(list: kinds.sorted()))"))
    }
}
