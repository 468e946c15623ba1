/// A format that a report is rendered in. Raw values are the names in templates.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
    /// GitHub-flavoured Markdown.
    case markdown
    /// One HTML file.
    case html
    /// A workbook.
    case xlsx
}
