/// Finds what somebody probably meant.
public enum NearestName {
    /// The known name that takes the fewest insertions, deletions, substitutions and swaps of neighbours to write
    /// (Damerau 1964, optimal string alignment), ignoring case; nil when none is within a third of its length.
    /// Ties go to the name that comes first. Nil as well for a name that is known: whoever typed it meant it, and something
    /// else is wrong.
    public static func suggestion(for name: String, among known: [String]) -> String? {
        guard !known.contains(name) else { return nil }
        // Only the first hundred characters are looked at: names are short, and what is typed need not be.
        let typed = Array(name.lowercased().prefix(100))
        var best: (name: String, distance: Int)?
        for candidate in known {
            let distance = distance(typed, Array(candidate.lowercased().prefix(100)))
            guard distance <= max(1, typed.count / 3) else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
        }
        return best?.name
    }

    /// So many of the known names, those first that take the fewest changes to write from what was typed; of equals those
    /// that come first.
    public static func nearest(to name: String, among known: [String], count: Int) -> [String] {
        let typed = Array(name.lowercased().prefix(100))
        return known.enumerated().map { (distance(typed, Array($1.lowercased().prefix(100))), $0, $1) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(count).map(\.2)
    }

    private static func distance(_ first: [Character], _ second: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for i in 0..<first.count {
            var row = [i + 1]
            row.reserveCapacity(second.count + 1)
            for j in 0..<second.count {
                var cost = min(last[j + 1], row[j]) + 1
                cost = min(cost, last[j] + (first[i] == second[j] ? 0 : 1))
                if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[second.count]
    }
}
