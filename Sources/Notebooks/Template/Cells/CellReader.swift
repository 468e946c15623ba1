/// Reads a cell from its fence.
struct CellReader {
    /// Everything wrong in the cell.
    private(set) var faults: [TemplateFault] = []
    /// The options that the cell can have, in order.
    private(set) var knownOptions: [String] = []

    private let fence: Fence
    private let place: Place

    /// A cell whose fence stands at a place.
    init(_ fence: Fence, at place: Place) {
        self.fence = fence
        self.place = place
    }

    /// The cell.
    mutating func cell(_ kind: Cell.Kind, name: String) -> Cell {
        let isText = kind == .sql || kind == .text
        let source = YAMLSource(owner: place, lines: isText ? fence.body.compactMap(\.option) : fence.body)
        var options = OptionReader(source, owner: "\(kind.rawValue) cell '\(name)'")
        let content: Cell.Content =
            switch kind {
            case .sql: .sql(SQLCell(&options, fence))
            case .table: .table(TableCell(&options))
            case .chart: .chart(ChartCell(&options))
            case .figures: .figures(FiguresCell(&options))
            case .checks: .checks(ChecksCell(&options))
            case .text: .text(TextCell(&options, fence))
            }
        let common = CellOptions(&options, hasSheet: kind != .text)
        if case .text(let text) = content { text.check(common, &options) }
        faults += options.finish()
        knownOptions = options.known
        return Cell(name: name, content: content, options: common)
    }
}
