/// A name in a template that stands for a value: a parameter or scalar (`win_rate`), a column of the first row of a
/// cell or dataset (`headline.pnl`), or a column of the row with these leading values
/// (`kpis["Win rate"].value`, `performance.MULTIBOOK.week.sharpe`).
struct Reference: Hashable, Sendable {
    /// The names, outermost first; at least one.
    let path: [String]
    /// Where it begins.
    let place: Place
    /// Unicode scalars before each name of the path.
    private let offsets: [Int]

    /// Reads a reference; nil when the text has another form.
    ///
    /// - Parameter place: the place of the text's first character.
    init?(_ text: some StringProtocol, at place: Place) {
        guard let (reference, rest) = Reference.prefix(of: text, at: place), rest.isEmpty else { return nil }
        self = reference
    }

    /// The reference that a text begins with, and what follows it; nil when it begins otherwise.
    static func prefix(of text: some StringProtocol, at place: Place) -> (Reference, rest: Substring)? {
        var path: [String] = []
        var offsets: [Int] = []
        let whole = Substring(text)
        var rest = whole
        func take(_ name: Substring) {
            path.append(String(name))
            offsets.append(whole.unicodeScalars.distance(from: whole.startIndex, to: name.startIndex))
        }
        while true {
            let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            guard let first = name.first, !path.isEmpty || !first.isNumber else { return nil }
            take(name)
            rest = rest[name.endIndex...]
            while rest.hasPrefix("[\"") {
                rest = rest.dropFirst(2)
                guard let end = rest.range(of: "\"]") else { return nil }
                take(rest[..<end.lowerBound])
                rest = rest[end.upperBound...]
            }
            guard rest.first == "." else { break }
            rest = rest.dropFirst()
        }
        return (Reference(path: path, place: place, offsets: offsets), rest)
    }

    private init(path: [String], place: Place, offsets: [Int]) {
        self.path = path
        self.place = place
        self.offsets = offsets
    }

    /// The first name: that of a parameter, scalar, cell or dataset.
    var head: Word { Word(text: path[0], place: place) }

    /// The place of a name in the path.
    func place(of index: Int) -> Place { place.moved(by: offsets[index]) }

    /// As it is written in a template.
    var text: String {
        path.enumerated().map { index, name in
            let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } && !name.isEmpty
            return index == 0 ? name : isPlain ? ".\(name)" : "[\"\(name)\"]"
        }.joined()
    }
}
