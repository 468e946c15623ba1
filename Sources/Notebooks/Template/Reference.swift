/// A name in a template that stands for a value: a parameter or scalar (`win_rate`), a column of the first row of a
/// cell or dataset (`headline.pnl`), or a column of the row with these leading values
/// (`kpis["Win rate"].value`, `performance.MULTIBOOK.week.sharpe`).
struct Reference: Hashable, Sendable {
    /// The names, outermost first; at least one.
    let path: [String]

    /// Reads a reference; nil when the text has another form.
    init?(_ text: some StringProtocol) {
        var path: [String] = []
        var rest = Substring(text)
        while true {
            let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            guard let first = name.first, !path.isEmpty || !first.isNumber else { return nil }
            path.append(String(name))
            rest = rest.dropFirst(name.count)
            while rest.hasPrefix("[\"") {
                rest = rest.dropFirst(2)
                guard let end = rest.range(of: "\"]") else { return nil }
                path.append(String(rest[..<end.lowerBound]))
                rest = rest[end.upperBound...]
            }
            if rest.isEmpty { break }
            guard rest.first == "." else { return nil }
            rest = rest.dropFirst()
        }
        self.path = path
    }

    /// As it is written in a template.
    var text: String {
        path.enumerated().map { index, name in
            let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } && !name.isEmpty
            return index == 0 ? name : isPlain ? ".\(name)" : "[\"\(name)\"]"
        }.joined()
    }
}
