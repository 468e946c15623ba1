/// One piece of an executed notebook.
public enum Block: Hashable, Sendable {
    /// A heading of level 1–6 in plain text, with a page-wide unique anchor.
    case heading(level: Int, text: String, anchor: String)
    /// A run of prose in GitHub-flavoured Markdown; figures in it were put in as escaped text.
    case prose(String, placement: Placement = Placement())
    /// Big numbers.
    case figures(FiguresBlock)
    /// Checks against limits, failed ones first.
    case checks(ChecksBlock)
    /// A table.
    case table(TableBlock)
    /// A chart.
    case chart(ChartBlock)
    /// A cell that failed.
    case failure(FailureBlock)
}

extension Block {
    /// Where and how the block is shown; headings and failures are shown in every format.
    public var placement: Placement {
        switch self {
        case .heading, .failure: Placement()
        case .prose(_, let placement): placement
        case .figures(let block): block.placement
        case .checks(let block): block.placement
        case .table(let block): block.placement
        case .chart(let block): block.placement
        }
    }
}

extension Block {
    /// The block's anchor; nil for prose, which has none.
    var anchor: String? {
        switch self {
        case .heading(_, _, let anchor): anchor
        case .prose: nil
        case .figures(let block): block.anchor
        case .checks(let block): block.anchor
        case .table(let block): block.anchor
        case .chart(let block): block.anchor
        case .failure(let block): block.anchor
        }
    }

    /// The block in another place; a heading or failure as it is.
    func placed(_ placement: Placement) -> Block {
        switch self {
        case .heading, .failure: return self
        case .prose(let text, _): return .prose(text, placement: placement)
        case .figures(var block):
            block.placement = placement
            return .figures(block)
        case .checks(var block):
            block.placement = placement
            return .checks(block)
        case .table(var block):
            block.placement = placement
            return .table(block)
        case .chart(var block):
            block.placement = placement
            return .chart(block)
        }
    }
}
