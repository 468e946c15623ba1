internal import CXlsxWriter
internal import Notebooks

/// A native chart beside the sheet's table that feeds it.
enum ChartSheet {
    /// Puts the chart to the right of the table; nothing where there is nothing to draw.
    static func add(_ chart: ChartBlock, rows: ClosedRange<UInt32>, on sheet: Sheet, of workbook: Workbook)
        throws(WorkbookError)
    {
        guard chart.hasValues else { return }
        let type =
            switch chart.kind {
            case .line, .area, .scatter: LXW_CHART_LINE
            case .bar, .stackedBar, .histogram, .heatMap, .waterfall:
                chart.hasFlatBars ? LXW_CHART_BAR : LXW_CHART_COLUMN
            }
        let drawing = try workbook.addChart(type)
        for (number, series) in chart.series.enumerated() {
            let column = UInt16(number + 1)
            guard let drawn = chart_add_series(drawing, nil, nil) else {
                throw .refused(step: "a series of chart '\(chart.anchor)'", reason: "memory")
            }
            chart_series_set_categories(drawn, sheet.name, rows.lowerBound, 0, rows.upperBound, 0)
            chart_series_set_values(drawn, sheet.name, rows.lowerBound, column, rows.upperBound, column)
            if !series.title.isEmpty { chart_series_set_name_range(drawn, sheet.name, TableSheet.headRow, column) }
            setLooks(of: drawn, kind: chart.kind, number: number, hasDots: chart.x.count <= 31)
        }
        setAxes(of: drawing, chart)
        chart_show_blanks_as(drawing, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
        chart_title_off(drawing)
        if chart.series.count == 1 {
            chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        } else {
            chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_TOP.rawValue))
        }
        let texts = CTexts()
        var options = lxw_chart_options()
        options.x_scale = 1.6
        options.y_scale = 1.3
        options.description = texts.make(WorkbookNames.cut(chart.alternative, to: 1000))
        try workbook.check(
            worksheet_insert_chart_opt(
                sheet.raw, TableSheet.headRow + 1, UInt16(chart.series.count + 2), drawing, &options),
            "chart '\(chart.anchor)'")
    }

    private static let colors: [UInt32] = [0x1C5D99, 0xB8541C, 0x15795B, 0x7D4FA3, 0x8A6D00, 0x5D6978]
    private static let dashes = [
        LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_ROUND_DOT,
        LXW_CHART_LINE_DASH_DASH_DOT, LXW_CHART_LINE_DASH_SQUARE_DOT, LXW_CHART_LINE_DASH_LONG_DASH,
    ]

    private static func setLooks(
        of series: UnsafeMutablePointer<lxw_chart_series>, kind: ChartBlock.Kind, number: Int,
        hasDots: Bool
    ) {
        switch kind {
        case .line, .area, .scatter:
            var line = lxw_chart_line()
            line.color = colors[number % 6]
            line.width = 2
            line.dash_type = UInt8(dashes[number % 6].rawValue)
            chart_series_set_line(series, &line)
            guard hasDots else { return }
            var fill = lxw_chart_fill()
            fill.color = colors[number % 6]
            chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
            chart_series_set_marker_size(series, 5)
            chart_series_set_marker_fill(series, &fill)
            chart_series_set_marker_line(series, &line)
        case .bar, .stackedBar, .histogram, .heatMap, .waterfall:
            var fill = lxw_chart_fill()
            fill.color = colors[number % 6]
            chart_series_set_fill(series, &fill)
        }
    }

    private static func setAxes(of drawing: UnsafeMutablePointer<lxw_chart>, _ chart: ChartBlock) {
        var grid = lxw_chart_line()
        grid.color = 0xDFE4EA
        grid.width = 0.75
        // In a chart of flat bars the library calls the upright axis of the names y.
        let (valueAxis, nameAxis) =
            chart.hasFlatBars
            ? (LXW_CHART_AXIS_TYPE_X, LXW_CHART_AXIS_TYPE_Y) : (LXW_CHART_AXIS_TYPE_Y, LXW_CHART_AXIS_TYPE_X)
        if let values = chart_axis_get(drawing, valueAxis) {
            let format = chart.format == .usd ? ValueFormat.usd0 : chart.format
            chart_axis_set_num_format(values, format.excelNumberFormat)
            chart_axis_major_gridlines_set_visible(values, 1)
            chart_axis_major_gridlines_set_line(values, &grid)
        }
        if let names = chart_axis_get(drawing, nameAxis) {
            chart_axis_major_gridlines_set_visible(names, 0)
            chart_axis_set_label_position(names, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
            if chart.hasFlatBars {
                // First name on top, and the values still below.
                chart_axis_set_reverse(names)
                chart_axis_set_crossing_max(names)
            }
            if chart.days != nil { chart_axis_set_num_format(names, "d mmm") }
            if !chart.hasFlatBars, chart.x.count > 12 {
                chart_axis_set_interval_unit(names, UInt16(min((chart.x.count + 9) / 10, 255)))
            }
        }
    }
}
