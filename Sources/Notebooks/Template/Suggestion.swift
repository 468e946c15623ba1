/// Help for whoever wrote a name that does not exist.
enum Suggestion {
    /// `'pnk' does not exist here. Did you mean 'pnl'? There are: book, pnl, trades.` without its first sentence.
    static func text(for name: String, among names: [String]) -> String {
        guard !names.isEmpty else { return "There are none." }
        let list = "There are: \(names.joined(separator: ", "))."
        guard let nearest = nearest(to: name, among: names) else { return list }
        return "Did you mean '\(nearest)'? \(list)"
    }

    /// The name with the fewest edits, if those are few against its length; the first of equals.
    static func nearest(to name: String, among names: [String]) -> String? {
        let typed = Array(name.lowercased().unicodeScalars.prefix(100))
        var best: (name: String, distance: Int)?
        for candidate in names {
            let distance = edits(from: typed, to: Array(candidate.lowercased().unicodeScalars.prefix(100)))
            if distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        guard let best, best.distance <= max(1, typed.count / 3) else { return nil }
        return best.name
    }

    /// Insertions, deletions, substitutions and swaps of neighbours that turn one text into another: Damerau 1964
    /// in the restricted form ("optimal string alignment").
    private static func edits(from first: [Unicode.Scalar], to second: [Unicode.Scalar]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...second.count)
        for (row, left) in first.enumerated() {
            var current = [row + 1]
            for (column, right) in second.enumerated() {
                var cost = min(
                    previous[column] + (left == right ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left == second[column - 1], first[row - 1] == right {
                    cost = min(cost, beforePrevious[column - 1] + 1)
                }
                current.append(cost)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[second.count]
    }
}
