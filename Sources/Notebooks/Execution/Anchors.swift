/// Gives each heading, cell and check an anchor that is unique in its page.
struct Anchors {
    private var taken: Set<String>
    /// The number that was given last to each name that came again.
    private var counts: [String: Int] = [:]

    /// Anchors of a page whose cells keep their names, whatever headings there are.
    init(cells: [String]) {
        taken = Set(cells.map(Anchors.of(cell:)))
    }

    /// The anchor of a cell.
    static func of(cell name: String) -> String {
        String(name.map { $0 == "_" ? "-" : $0 })
    }

    /// An anchor made from a heading's words: `P&L by book` gives `p-l-by-book`, a second one `p-l-by-book-2`.
    mutating func heading(_ text: String) -> String {
        free(Anchors.slug(text) ?? "section")
    }

    /// An anchor made from what is checked: `Portfolio delta` gives `check-portfolio-delta`.
    mutating func check(_ title: String) -> String {
        free(Anchors.slug(title).map { "check-\($0)" } ?? "check")
    }

    private mutating func free(_ name: String) -> String {
        var anchor = name
        var count = counts[name] ?? 1
        while !taken.insert(anchor).inserted {
            count += 1
            anchor = "\(name)-\(count)"
        }
        counts[name] = count
        return anchor
    }

    /// Words joined by hyphens; nil where a text has no letter and no digit.
    private static func slug(_ text: String) -> String? {
        let words = text.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return words.isEmpty ? nil : words.joined(separator: "-")
    }
}
