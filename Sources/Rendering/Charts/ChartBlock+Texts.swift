internal import Metrics
internal import Notebooks

extension ChartBlock {
    /// Values of the y axis as short as they can be told apart.
    func tickTexts(_ ticks: [Double]) -> [String] {
        Self.tickTexts(ticks, format)
    }

    /// Ticks in a format as short as they can be told apart: zeros after the point that all of them have are left
    /// out.
    static func tickTexts(_ ticks: [Double], _ format: ValueFormat) -> [String] {
        var texts = ticks.map { format.text(.number($0)) }
        let places = format.decimalPlaces ?? 0
        guard places > 0 else { return texts }
        let tail = format.finestDecimals > places ? "%" : ""
        let zeros = "." + String(repeating: "0", count: places) + tail
        if texts.allSatisfy({ $0.hasSuffix(zeros) }) {
            texts = texts.map { $0.dropLast(zeros.count) + tail }
        }
        return texts
    }

    /// The text of one value of a series.
    func text(_ value: Double?) -> String {
        format.text(value.map(Value.number) ?? .null)
    }

    /// What appears when an x is pointed at: its name and every series' value.
    func tip(at index: Int) -> String {
        let lines = series.map { "\($0.title): \(text($0.value(at: index)))" }
        return ([xFormat.text(x[index])] + lines).joined(separator: "\n")
    }

    /// What appears when the mark of one series is pointed at.
    func tip(at index: Int, _ series: Series) -> String {
        "\(xFormat.text(x[index]))\n\(series.title): \(text(series.value(at: index)))"
    }

    /// Every value that can be drawn.
    var drawnValues: [Double] {
        series.flatMap { series in x.indices.compactMap { series.value(at: $0) } }
    }

    /// The x values as numbers; nil unless all are finite ones.
    var numbers: [Double]? {
        let numbers = x.compactMap { value -> Double? in
            switch value {
            case .number, .integer, .money: value.number.flatMap { $0.isFinite ? $0 : nil }
            default: nil
            }
        }
        return !x.isEmpty && numbers.count == x.count ? numbers : nil
    }
}

extension ValueFormat {
    /// Decimal places of the finest value that the format can show, in the value's own unit.
    var finestDecimals: Int {
        let places = decimalPlaces ?? 6
        switch self {
        case .percent, .percent2, .percentChange: return places + 2
        default: return places
        }
    }
}
