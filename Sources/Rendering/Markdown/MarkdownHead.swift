internal import Dates
internal import Notebooks

/// The top of a Markdown report: what it is, of when, what was decided, and what a reader must know before all else.
enum MarkdownHead {
    /// The paragraphs before the content.
    static func paragraphs(_ document: Document, _ links: PageLinks) -> [String] {
        ["# \(MarkdownText.escaped(document.title))", strip(document), facts(document), others(document, links)]
            + notices(document) + [warnings(document, links)] + changes(document, links)
    }

    private static func strip(_ document: Document) -> String {
        let parameters = document.parameters.map {
            "\(MarkdownText.escaped($0.name)) \(MarkdownText.escaped($0.text))"
        }
        return ([MarkdownText.escaped(document.kind), "as of \(document.asOf.iso)"] + parameters)
            .joined(separator: " · ")
    }

    /// One fact a line, so that another decision is one line of a diff.
    private static func facts(_ document: Document) -> String {
        document.facts.map { "* \(MarkdownText.escaped($0.name)): \(MarkdownText.bold($0.text))" }
            .joined(separator: "\n")
    }

    private static func others(_ document: Document, _ links: PageLinks) -> String {
        document.links.map { MarkdownText.linked($0.name, to: links.address($0.text)) }.joined(separator: " · ")
    }

    private static func notices(_ document: Document) -> [String] {
        var notices: [String] = []
        if document.hasFailure { notices.append("> **Failed.** \(document.failureSentence)") }
        if let notice = document.syntheticNotice {
            notices.append("> **Synthetic prices.** \(MarkdownText.escaped(notice))")
        }
        return notices
    }

    private static func warnings(_ document: Document, _ links: PageLinks) -> String {
        guard !document.warnings.isEmpty else { return "" }
        let lines = document.warnings.map { warning in
            let place = links.place(warning.anchor).map { " (\(MarkdownText.linked(warning.anchor, to: $0)))" } ?? ""
            return "> * \(MarkdownText.escaped(warning.message))\(place)"
        }
        return (["> **To be looked at.**", ">"] + lines).joined(separator: "\n")
    }

    private static func changes(_ document: Document, _ links: PageLinks) -> [String] {
        guard let changes = document.changes else { return [] }
        let since = MarkdownText.linked(changes.since.name, to: links.address(changes.since.text))
        let caption = "**Since \(since)** \(changes.count)"
        guard !changes.changes.isEmpty else { return [caption] }
        let table = MarkdownTable(
            head: changes.table.columns.map(\.title), alignments: [.left, .left, .left, .left],
            rows: changes.ordered.map { change in
                [
                    change.kind.rawValue, MarkdownText.linked(change.label, to: links.place(change.anchor)),
                    change.before.isEmpty ? "–" : MarkdownText.escaped(change.before),
                    change.after.isEmpty ? "–" : MarkdownText.escaped(change.after),
                ]
            })
        return [caption, table.text]
    }
}
