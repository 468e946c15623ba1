extension PieceMaker {
    /// What a piece gives.
    mutating func made(_ content: Template.Content) -> Made {
        switch content {
        case .heading(let level, let text): Made(blocks: [heading(level, text)])
        case .prose(let text): Made(blocks: [.prose(markdown(text))])
        case .unread: Made()
        case .cell(let cell): made(cell)
        }
    }

    private mutating func made(_ cell: Cell) -> Made {
        switch cell.content {
        case .sql(let sql): made(sql, named: cell.name)
        case .table(let table): made(table, named: cell.name)
        case .chart(let chart): made(chart, named: cell.name)
        case .figures(let figures): made(figures, named: cell.name)
        case .checks(let checks): made(checks, named: cell.name)
        case .text(let text): made(text)
        }
    }

    private mutating func made(_ cell: TextCell) -> Made {
        var blocks: [Block] = []
        for part in cell.parts {
            switch part {
            case .heading(let level, let text): blocks.append(heading(level, text))
            case .prose(let text): blocks.append(.prose(markdown(text)))
            }
        }
        return Made(blocks: blocks)
    }

    private mutating func heading(_ level: Int, _ text: InterpolatedText) -> Block {
        let words = plain(text)
        return .heading(level: level, text: words, anchor: anchors.heading(words))
    }
}
