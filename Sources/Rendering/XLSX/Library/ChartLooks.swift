internal import CXlsxWriter

/// Colours, dashes, axes and letters of a chart of the library.
enum ChartLooks {
    private static let dashes = [
        LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_ROUND_DOT,
        LXW_CHART_LINE_DASH_DASH_DOT, LXW_CHART_LINE_DASH_SQUARE_DOT, LXW_CHART_LINE_DASH_LONG_DASH,
    ]

    /// Sets how a series looks.
    static func set(
        _ look: NativeChart.Look, of series: UnsafeMutablePointer<lxw_chart_series>, in chart: NativeChart, points: Int
    ) {
        switch chart.kind {
        case .line, .points: setLine(look, series, chart)
        case .area, .bars, .flatBars, .stackedBars: setFill(look, series, chart, points: points)
        }
        guard look.hasLabels else { return }
        let letters = Letters(size: 9, color: Palette.ink)
        chart_series_set_labels(series)
        chart_series_set_labels_num_format(series, chart.values.format)
        letters.use { chart_series_set_labels_font(series, $0) }
    }

    private static func setLine(
        _ look: NativeChart.Look, _ series: UnsafeMutablePointer<lxw_chart_series>, _ chart: NativeChart
    ) {
        var fill = lxw_chart_fill()
        fill.color = look.color
        var line = lxw_chart_line()
        line.color = look.color
        line.width = 2
        if chart.kind == .points {
            line.none = 1
        } else {
            line.dash_type = UInt8(dashes[look.number % dashes.count].rawValue)
        }
        chart_series_set_line(series, &line)
        guard chart.hasDots else { return }
        var edge = lxw_chart_line()
        edge.color = look.color
        chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
        chart_series_set_marker_size(series, 5)
        chart_series_set_marker_fill(series, &fill)
        chart_series_set_marker_line(series, &edge)
    }

    private static func setFill(
        _ look: NativeChart.Look, _ series: UnsafeMutablePointer<lxw_chart_series>, _ chart: NativeChart, points: Int
    ) {
        var fill = lxw_chart_fill()
        fill.color = look.color
        fill.none = look.isHidden ? 1 : 0
        var line = lxw_chart_line()
        line.color = look.color
        if chart.kind == .area {
            fill.transparency = 70
            line.width = 2
            line.dash_type = UInt8(dashes[look.number % dashes.count].rawValue)
        } else {
            line.none = look.isHidden ? 1 : 0
            line.color = 0xFFFFFF
            line.width = 0.75
        }
        chart_series_set_fill(series, &fill)
        chart_series_set_line(series, &line)
        guard !look.losses.isEmpty else { return }
        setLosses(look.losses, series, &fill, &line, points: points)
    }

    /// Gives single bars the colour of losses; the library wants a list of all bars up to the last such one.
    private static func setLosses(
        _ losses: [Int], _ series: UnsafeMutablePointer<lxw_chart_series>, _ usual: inout lxw_chart_fill,
        _ line: inout lxw_chart_line, points count: Int
    ) {
        var bad = usual
        bad.color = Palette.bad
        withUnsafeMutablePointer(to: &bad) { bad in
            withUnsafeMutablePointer(to: &line) { line in
                var loss = lxw_chart_point(line: line, fill: bad, pattern: nil)
                var plain = lxw_chart_point()
                withUnsafeMutablePointer(to: &loss) { loss in
                    withUnsafeMutablePointer(to: &plain) { plain in
                        var list: [UnsafeMutablePointer<lxw_chart_point>?] = (0..<count).map {
                            losses.contains($0) ? loss : plain
                        }
                        list.append(nil)
                        _ = list.withUnsafeMutableBufferPointer { chart_series_set_points(series, $0.baseAddress) }
                    }
                }
            }
        }
    }

    /// Words as a title: the library reads those that begin with an equals sign as the name of a cell.
    private static func words(_ words: String) -> String {
        let words = WorkbookNames.cut(words, to: 250)
        return words.hasPrefix("=") ? " " + words : words
    }

    /// Sets title, legend, axes and frame.
    static func setFrame(of drawing: UnsafeMutablePointer<lxw_chart>, _ chart: NativeChart) {
        let title = words(chart.contents.title)
        if title.isEmpty {
            chart_title_off(drawing)
        } else {
            chart_title_set_name(drawing, title)
            Letters(size: 12, color: Palette.ink, isBold: true).use { chart_title_set_name_font(drawing, $0) }
        }
        if chart.hasLegend {
            chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_TOP.rawValue))
            Letters(size: 9, color: Palette.ink).use { chart_legend_set_font(drawing, $0) }
            var hidden = chart.looks.indices.filter { !chart.looks[$0].isInLegend }.map { Int16($0) } + [-1]
            if hidden.count > 1 {
                _ = hidden.withUnsafeMutableBufferPointer { chart_legend_delete_series(drawing, $0.baseAddress) }
            }
        } else {
            chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        }
        var edge = lxw_chart_line()
        edge.color = Palette.line
        chart_chartarea_set_line(drawing, &edge)
        if [.bars, .flatBars, .stackedBars].contains(chart.kind) {
            chart_set_series_gap(drawing, UInt16(clamping: chart.gap))
        }
        chart_show_blanks_as(drawing, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
        // Rows that somebody filters away are no reason for a chart to change.
        chart_show_hidden_data(drawing)
        setAxes(of: drawing, chart)
    }

    private static func setAxes(of drawing: UnsafeMutablePointer<lxw_chart>, _ chart: NativeChart) {
        // In a chart of flat bars the library calls the upright axis of the names y.
        let isFlat = chart.kind == .flatBars
        let (x, y) = (LXW_CHART_AXIS_TYPE_X, LXW_CHART_AXIS_TYPE_Y)
        var grid = lxw_chart_line()
        grid.color = Palette.line
        grid.width = 0.75
        if let axis = chart_axis_get(drawing, isFlat ? x : y) {
            set(chart.values, of: axis)
            chart_axis_major_gridlines_set_visible(axis, 1)
            chart_axis_major_gridlines_set_line(axis, &grid)
        }
        if let axis = chart_axis_get(drawing, isFlat ? y : x) {
            set(chart.categories, of: axis)
            chart_axis_major_gridlines_set_visible(axis, chart.kind == .points ? 1 : 0)
            if chart.kind == .points { chart_axis_major_gridlines_set_line(axis, &grid) }
            chart_axis_set_label_position(axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
            if chart.kind != .points {
                // Not every reader leaves out ticks where it leaves out names.
                chart_axis_set_major_tick_mark(axis, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
            }
            if isFlat {
                // First name on top, and the values still below.
                chart_axis_set_reverse(axis)
                chart_axis_set_crossing_max(axis)
            }
        }
    }

    private static func set(_ axis: NativeChart.Axis, of drawn: UnsafeMutablePointer<lxw_chart_axis>) {
        var edge = lxw_chart_line()
        edge.color = Palette.rule
        edge.width = 0.75
        chart_axis_set_line(drawn, &edge)
        Letters(size: 9, color: Palette.soft).use { chart_axis_set_num_font(drawn, $0) }
        let title = words(axis.title)
        if !title.isEmpty {
            chart_axis_set_name(drawn, title)
            Letters(size: 9, color: Palette.soft).use { chart_axis_set_name_font(drawn, $0) }
        }
        if !axis.format.isEmpty { chart_axis_set_num_format(drawn, axis.format) }
        if axis.interval > 1 { chart_axis_set_interval_unit(drawn, UInt16(clamping: axis.interval)) }
    }
}

/// Letters of a chart.
private struct Letters {
    let size: Double
    let color: UInt32
    var isBold = false

    func use(_ work: (UnsafeMutablePointer<lxw_chart_font>) -> Void) {
        let texts = CTexts()
        var font = lxw_chart_font()
        font.name = texts.make("Arial")
        font.size = size
        font.bold = isBold ? 1 : UInt8(LXW_EXPLICIT_FALSE.rawValue)
        font.color = color
        work(&font)
    }
}
