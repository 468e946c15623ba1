/// A report in Markdown with the pictures that stand beside it.
public struct RenderedMarkdown: Hashable, Sendable {
    /// A picture.
    public struct File: Hashable, Sendable {
        /// The path relative to the Markdown file, as `charts/equity.svg`.
        public let name: String
        /// The SVG document.
        public let svg: String
    }

    /// The Markdown text; ends with a line feed.
    public let text: String
    /// The pictures that the text shows, in its order.
    public let files: [File]
}
