internal import Notebooks

/// A chart as HTML: the drawing, and its data as a table behind a disclosure.
enum HTMLChart {
    /// Up to so many rows of data are printed with the chart; longer ones stay in the page and the workbook.
    private static let printedRows = 31

    /// The figure of a chart with caption, note and a link to itself.
    static func figure(_ chart: ChartBlock) -> String {
        let anchor = HTMLText.escaped(chart.anchor)
        let title = HTMLText.escaped(chart.title)
        var html = "<figure class=\"chart\" id=\"\(anchor)\">\n"
        html += "\(HTMLParts.permalink(chart.anchor, to: chart.title))"
        html += "<figcaption class=\"caption\">\(title)</figcaption>\n"
        html += "<div class=\"plot\" role=\"region\" tabindex=\"0\" aria-label=\"Chart: \(title)\">\n"
        html += "\(ChartDrawing.inlineSVG(chart))</div>\n\(HTMLParts.note(chart.note))"
        let data = chart.dataTable
        let isLong = data.rows.count > printedRows
        html += "<details class=\"\(isLong ? "rows long" : "rows")\">"
        html += "<summary>Data<span class=\"quiet\"> of \(title)</span></summary>\n"
        html +=
            data.rows.isEmpty
            ? "<p class=\"empty\">\(HTMLText.escaped(data.emptyText))</p>\n"
            : HTMLTable.box(data, identifier: "\(anchor).data", isPlain: true)
        return html + "</details>\n</figure>\n"
    }
}
