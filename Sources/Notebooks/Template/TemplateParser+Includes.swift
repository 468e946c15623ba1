import Input

/// Partials: files below the folder of templates with prose and cells and no head.
extension TemplateParser {
    /// Partials inside each other.
    static let depthLimit = 8

    /// Reads `include partials/data-checks` and puts the partial's pieces in its place.
    mutating func readInclude(_ fence: Fence, at place: Place, of source: Source) {
        var options = OptionReader(YAMLSource(owner: place, lines: fence.body), owner: "include")
        let conditions = options.conditions()
        add(options.finish())
        guard fence.words.count == 2 else {
            fault(place, "an include has one path, as '```include partials/data-checks'.")
            return
        }
        let name = fence.words[1]
        let namePlace = fence.place(of: 1, in: source.file)
        guard let (text, file) = partial(name, at: namePlace, of: source) else {
            add(.unread(cell: nil), at: place, in: source)
            return
        }
        let lines = TemplateLine.lines(of: text)
        if lines.first?.text.trimmed == "---" {
            fault(namePlace, "'\(Excerpt.of(name))' begins with a head, which a partial does not have.")
            add(.unread(cell: nil), at: place, in: source)
            return
        }
        if let first = cellPlaces.values.filter({ $0.file == file }).min(by: { $0.line < $1.line }) {
            fault(
                namePlace,
                "'\(Excerpt.of(name))' is included already, and its cells (the first in line \(first.line)) would be there twice."
            )
            return
        }
        readBody(
            lines[...],
            of: Source(file: file, chain: source.chain + [name], conditions: source.conditions + conditions))
    }

    /// A partial's text and file; nil, with a fault, where there is none that may be read.
    private mutating func partial(
        _ name: String, at place: Place, of source: Source
    ) -> (text: String, file: String)? {
        guard TemplateParser.isPath(name) else {
            fault(
                place,
                "'\(Excerpt.of(name))' is not a partial. Write its path below the folder of templates, without '.md', as "
                    + "partials/data-checks.")
            return nil
        }
        if source.chain.contains(name) {
            let chain = (source.chain.drop { $0 != name } + [name]).joined(separator: " includes ")
            fault(place, "partials must not go round in a circle: \(chain).")
            return nil
        }
        guard source.chain.count < TemplateParser.depthLimit else {
            fault(place, "more than \(TemplateParser.depthLimit) partials inside each other are not read.")
            return nil
        }
        switch partials(name) {
        case .missing(let names):
            fault(place, "there is no partial '\(Excerpt.of(name))'. \(Suggestion.text(for: name, among: names))")
        case .refused(let reason): fault(place, "the partial '\(Excerpt.of(name))' is not read: \(reason).")
        case .text(let text, _) where text.utf8.count > bytesLeft:
            fault(
                place,
                "with '\(Excerpt.of(name))' the template has more than \(TemplateParser.sizeLimit) bytes, which are not read."
            )
        case .text(let text, let file):
            bytesLeft -= text.utf8.count
            let partial = Template.Source(name: name + ".md", text: text)
            if !sources.contains(partial) { sources.append(partial) }
            return (text, file)
        }
        return nil
    }

    /// Whether a text is a path below a folder: names between slashes, of letters, digits and `_ - .`, none of which
    /// begins with a point.
    static func isPath(_ text: String) -> Bool {
        text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { name in
            !name.isEmpty && !name.hasPrefix(".")
                && name.utf8.allSatisfy { TemplateParser.isLetterOrDigit($0) || "_-.".utf8.contains($0) }
        }
    }

    /// Whether a byte is a letter or digit of ASCII.
    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
    }
}
