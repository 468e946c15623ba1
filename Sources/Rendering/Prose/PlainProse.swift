/// Prose without its markup, for places that show none.
public enum PlainProse {
    /// The paragraphs of Markdown as plain words, without headings; lines of a list are separated by line feeds.
    public static func paragraphs(_ markdown: String) -> [String] {
        Prose.paragraphs(markdown).filter { !$0.isHeading }.map(\.text)
    }
}
