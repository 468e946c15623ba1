import Input

/// Help for whoever wrote a name that does not exist.
enum Suggestion {
    /// The most names that a reader takes in at a glance.
    static let most = 30

    /// `'pnk' does not exist here. Did you mean 'pnl'? There are: book, pnl, trades.` without its first sentence. Of very
    /// many names, the ten that read most like it.
    static func text(for name: String, among names: [String]) -> String {
        guard !names.isEmpty else { return "There are none." }
        let list =
            names.count <= most
            ? "There are: \(names.joined(separator: ", "))."
            : "There are \(names.count), among them: "
                + "\(NearestName.nearest(to: name, among: names, count: 10).joined(separator: ", "))."
        guard let nearest = NearestName.suggestion(for: name, among: names) else { return list }
        return "Did you mean '\(nearest)'? \(list)"
    }
}
