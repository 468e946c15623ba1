/// Gives each heading and cell an anchor that is unique in its page.
struct Anchors {
    private var taken: Set<String>

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
        let words = text.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let name = words.isEmpty ? "section" : words.joined(separator: "-")
        var anchor = name
        var count = 1
        while !taken.insert(anchor).inserted {
            count += 1
            anchor = "\(name)-\(count)"
        }
        return anchor
    }
}
