internal import CXlsxWriter

extension Sheet {
    /// Puts a chart on the sheet.
    func add(_ chart: NativeChart) throws(WorkbookError) {
        let contents = chart.contents
        record { $0.charts.append(contents) }
        guard contents.problems.isEmpty, contents.series.count == chart.looks.count else { return }
        let drawing = try workbook.addChart(chart.kind.type)
        for (series, look) in zip(contents.series, chart.looks) {
            guard let drawn = chart_add_series(drawing, nil, nil) else {
                throw .refused(step: "a series of chart '\(contents.title)'", reason: "memory")
            }
            let (x, y) = (series.categories, series.values)
            chart_series_set_categories(
                drawn, name, UInt32(x.first.row), UInt16(x.first.column), UInt32(x.last.row), UInt16(x.last.column))
            chart_series_set_values(
                drawn, name, UInt32(y.first.row), UInt16(y.first.column), UInt32(y.last.row), UInt16(y.last.column))
            if let head = series.name {
                chart_series_set_name_range(drawn, name, UInt32(head.row), UInt16(head.column))
            }
            ChartLooks.set(look, of: drawn, in: chart, points: y.rowCount)
        }
        ChartLooks.setFrame(of: drawing, chart)
        let texts = CTexts()
        var options = lxw_chart_options()
        options.x_scale = Double(NativeChart.width) / 480
        options.y_scale = Double(NativeChart.height) / 288
        options.description = texts.make(WorkbookNames.cut(contents.alternative, to: 1000))
        try workbook.check(
            worksheet_insert_chart_opt(
                raw, UInt32(contents.place.row), UInt16(contents.place.column), drawing, &options),
            "chart '\(contents.title)'")
    }
}

extension NativeChart.Kind {
    /// The library's name of the kind.
    var type: lxw_chart_type {
        switch self {
        case .line: LXW_CHART_LINE
        case .area: LXW_CHART_AREA
        case .flatBars: LXW_CHART_BAR
        case .bars: LXW_CHART_COLUMN
        case .stackedBars: LXW_CHART_COLUMN_STACKED
        case .points: LXW_CHART_SCATTER
        }
    }
}
