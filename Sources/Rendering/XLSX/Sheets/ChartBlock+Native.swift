internal import Dates
internal import Metrics
internal import Notebooks

extension ChartBlock {
    /// The chart of the spreadsheet program that draws these data; nil where there is nothing to draw, and for a
    /// heat-map, whose cells are the picture.
    func native(_ data: ChartData, place: Cell) -> NativeChart? {
        guard hasValues, kind != .heatMap, let nativeKind else { return nil }
        let contents = WorkbookContents.Chart(
            place: place, title: title, alternative: alternative.isEmpty ? "Chart '\(anchor)'" : alternative,
            series: data.series)
        var native = NativeChart(contents: contents, kind: nativeKind, looks: looks(data))
        native.values = NativeChart.Axis(title: yTitle, format: axisFormat(format, of: series.flatMap(\.values)))
        native.categories = NativeChart.Axis(title: xTitle, format: categoryFormat, interval: interval)
        native.gap = kind == .histogram ? 0 : kind == .waterfall ? 40 : 60
        native.hasDots = kind == .scatter || kind == .line && x.count <= 31
        return native
    }

    private var nativeKind: NativeChart.Kind? {
        switch kind {
        case .line: .line
        case .area: .area
        case .bar: hasFlatBars ? .flatBars : .bars
        case .histogram: .bars
        case .stackedBar, .waterfall: .stackedBars
        case .scatter: .points
        case .heatMap: nil
        }
    }

    private func looks(_ data: ChartData) -> [NativeChart.Look] {
        if let parts = data.parts?.columns.map(\.part) { return parts.map { $0.look(among: parts) } }
        return series.indices.map { index in
            var look = NativeChart.Look(color: Palette.series[index % Palette.series.count], number: index)
            if kind == .bar, series.count == 1 {
                look.losses = x.indices.filter { series[index].value(at: $0) ?? 0 < 0 }
                look.hasLabels = hasFlatBars && x.count <= 30
            }
            return look
        }
    }

    /// Dates as short as they can be told apart; numbers as they are shown; names as they are.
    private var categoryFormat: String {
        if let days, let first = days.min(), let last = days.max() {
            return last.daysSince1970 - first.daysSince1970 > 300 ? "d mmm yy" : "d mmm"
        }
        return kind == .scatter ? axisFormat(xFormat, of: x.map(\.number)) : ""
    }

    /// Whole dollars where cents would tell nothing apart.
    private func axisFormat(_ format: ValueFormat, of values: [Double?]) -> String {
        let largest = values.compactMap { $0?.magnitude }.max() ?? 0
        return (format == .usd && largest >= 20 ? ValueFormat.usd0 : format).excelNumberFormat
    }

    /// About ten names along the axis.
    private var interval: Int { hasFlatBars || kind == .scatter || x.count <= 12 ? 1 : (x.count + 9) / 10 }
}

extension WaterfallParts.Part {
    /// How the part is drawn: steps in the colours of gains and losses, levels in that of the first series. The legend
    /// names each colour once.
    fileprivate func look(among parts: [WaterfallParts.Part]) -> NativeChart.Look {
        switch self {
        case .base: NativeChart.Look(color: 0xFFFFFF, isHidden: true, isInLegend: false)
        case .rise: NativeChart.Look(color: Palette.good)
        case .riseBelow: NativeChart.Look(color: Palette.good, isInLegend: !parts.contains(.rise))
        case .fall: NativeChart.Look(color: Palette.bad)
        case .fallBelow: NativeChart.Look(color: Palette.bad, isInLegend: !parts.contains(.fall))
        case .level: NativeChart.Look(color: Palette.series[0])
        }
    }
}
