internal import Metrics

extension PieceMaker {
    /// Points that a chart can show: lines, areas and points.
    static let pointLimit = 10_000
    /// Bars side by side, or cells of a heat-map in one direction.
    static let barLimit = 400

    /// What is drawn, before it has its texts.
    struct Drawing {
        var kind: ChartBlock.Kind
        /// The column that gives x its name.
        var xColumn: TableBlock.Column
        var x: [Value]
        var series: [ChartBlock.Series]
        /// How y values are shown unless something else is asked for.
        var format: ValueFormat
        var totals: Set<Int> = []
        /// What it shows, in words.
        var words = ""
        /// Said below in addition.
        var remark = ""
    }

    /// The chart of a dataset or of an earlier cell's result.
    mutating func made(_ cell: ChartCell, named name: String) -> Made {
        let title = self.title(cell.title, of: name)
        let xTitle = plain(cell.xTitle)
        let yTitle = plain(cell.yTitle)
        let said = plain(cell.alternative)
        let note = plain(cell.note)
        let emptyWords = cell.emptiness.text.map { plain($0) }
        guard let data = relation(cell.data), let asked = cell.drawing, let drawing = drawing(asked, cell, data) else {
            return Made()
        }
        let isEmpty = data.rows.isEmpty
        let notes = [note, drawing.remark, isEmpty ? emptyWords ?? "" : ""].filter { !$0.isEmpty }
        let block = ChartBlock(
            anchor: Anchors.of(cell: name), title: title, alternative: said.isEmpty ? drawing.words : said,
            note: notes.joined(separator: " "), kind: drawing.kind,
            xTitle: xTitle.isEmpty ? drawing.xColumn.title : xTitle, x: drawing.x, series: drawing.series,
            format: drawing.format, xFormat: cell.xFormat ?? PieceMaker.xFormat(drawing), yTitle: yTitle,
            totals: drawing.totals)
        return Made(blocks: [.chart(block)], title: title, emptiness: isEmpty ? cell.emptiness : nil)
    }

    private mutating func drawing(_ asked: ChartCell.Drawing, _ cell: ChartCell, _ data: Relation) -> Drawing? {
        switch asked {
        case .series(let kind, let x, let columns): series(kind, x: x, columns, cell, data)
        case .histogram(let column, let bins): histogram(of: column, bins: bins, cell, data)
        case .heatMap(let x, let y, let value): heatMap(x: x, y: y, value: value, cell, data)
        case .waterfall(let x, let value, let totals): waterfall(x: x, value: value, totals: totals, cell, data)
        }
    }

    /// How x values are shown unless something else is asked for: dates and moments as such, whatever else as its column.
    private static func xFormat(_ drawing: Drawing) -> ValueFormat {
        switch drawing.x.first {
        case .day: .date
        case .instant: .time
        case .text: .text
        default: drawing.xColumn.format
        }
    }

    /// A fault where there is more than a reader can tell apart.
    mutating func check(_ count: Int, _ things: String, upTo limit: Int, at place: Place) {
        guard count > limit else { return }
        fault("\(count) \(things) cannot be told apart; draw up to \(limit). Sum them up first.", at: place)
    }

    private mutating func series(
        _ kind: ChartCell.SeriesKind, x: Word, _ columns: [Named<InterpolatedText>], _ cell: ChartCell,
        _ data: Relation
    ) -> Drawing? {
        var rows = data
        let xIndex = column(x, "x", of: data)
        if kind == .points, let xIndex {
            // A point without an x has no place.
            _ = numbers(x, at: xIndex, of: data)
            rows.rows = data.rows.filter { !$0[xIndex].isMissing }
        }
        let isBar = kind == .bars || kind == .stackedBars
        check(
            rows.rows.count, isBar ? "bars" : "points", upTo: isBar ? PieceMaker.barLimit : PieceMaker.pointLimit,
            at: x.place)
        var series: [ChartBlock.Series] = []
        var format = cell.format
        for named in columns {
            let title = plain(named.content)
            guard let index = column(named.name, kind.rawValue, of: data) else { continue }
            let values = numbers(named.name, at: index, of: rows)
            guard values.count == rows.rows.count else { continue }
            series.append(
                ChartBlock.Series(
                    name: named.name.text, title: title.isEmpty ? data.columns[index].title : title, values: values))
            format = format ?? data.columns[index].format
        }
        guard let xIndex, series.count == columns.count else { return nil }
        var drawing = Drawing(
            kind: kind.kind, xColumn: data.columns[xIndex], x: rows.rows.map { $0[xIndex] }, series: series,
            format: format ?? .ratio)
        let left = data.rows.count - rows.rows.count
        if left > 0 { drawing.remark = ChartWords.leftOut(left, without: data.columns[xIndex].title) }
        drawing.words = ChartWords.series(drawing)
        return drawing
    }
}
