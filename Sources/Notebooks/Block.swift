/// One piece of an executed notebook.
public enum Block: Hashable, Sendable {
    /// A heading of level 1–6 in plain text, with a page-wide unique anchor.
    case heading(level: Int, text: String, anchor: String)
    /// A run of prose in GitHub-flavoured Markdown; figures in it were put in as escaped text.
    case prose(String)
    /// Big numbers.
    case figures(FiguresBlock)
    /// A table.
    case table(TableBlock)
    /// A chart.
    case chart(ChartBlock)
    /// A cell that failed.
    case failure(FailureBlock)
}
