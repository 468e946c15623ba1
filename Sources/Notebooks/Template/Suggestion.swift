import Input

/// Help for whoever wrote a name that does not exist.
enum Suggestion {
    /// `'pnk' does not exist here. Did you mean 'pnl'? There are: book, pnl, trades.` without its first sentence.
    static func text(for name: String, among names: [String]) -> String {
        guard !names.isEmpty else { return "There are none." }
        let list = "There are: \(names.joined(separator: ", "))."
        guard let nearest = NearestName.suggestion(for: name, among: names) else { return list }
        return "Did you mean '\(nearest)'? \(list)"
    }
}
