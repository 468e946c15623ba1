internal import Metrics

extension ChartBlock: Codable {
    private enum Key: String, CodingKey {
        case anchor, title, alternative, note, kind, x, series, format, totals, placement
        case xTitle = "x_title"
        case xFormat = "x_format"
        case yTitle = "y_title"
    }

    /// Writes the chart with its data.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(anchor, forKey: .anchor)
        try container.encode(title, forKey: .title)
        try container.encode(alternative, forKey: .alternative)
        try container.encode(note, forKey: .note, unless: "")
        try container.encode(kind, forKey: .kind)
        try container.encode(xTitle, forKey: .xTitle)
        try container.encode(x.map(CodedValue.init), forKey: .x)
        try container.encode(series, forKey: .series)
        try container.encode(format, forKey: .format)
        try container.encode(xFormat, forKey: .xFormat)
        try container.encode(yTitle, forKey: .yTitle, unless: "")
        try container.encode(totals.sorted(), forKey: .totals, unless: [])
        try container.encode(placement, forKey: .placement, unless: Placement())
    }

    /// Reads a chart whose series fit its x.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let x = try container.decode([CodedValue].self, forKey: .x).map(\.value)
        let series = try container.decode([Series].self, forKey: .series)
        try container.check(series.allSatisfy { $0.values.count == x.count }, .series, "a series has one value an x")
        let totals = Set(try container.decode(.totals, or: [Int]()))
        try container.check(totals.allSatisfy(x.indices.contains), .totals, "a total is the place of an x")
        self.init(
            anchor: try container.decode(String.self, forKey: .anchor),
            title: try container.decode(String.self, forKey: .title),
            alternative: try container.decode(String.self, forKey: .alternative),
            note: try container.decode(.note, or: ""), kind: try container.decode(Kind.self, forKey: .kind),
            xTitle: try container.decode(String.self, forKey: .xTitle), x: x, series: series,
            format: try container.decode(ValueFormat.self, forKey: .format),
            xFormat: try container.decode(ValueFormat.self, forKey: .xFormat),
            yTitle: try container.decode(.yTitle, or: ""), totals: totals,
            placement: try container.decode(.placement, or: Placement()))
    }
}

extension ChartBlock.Series: Codable {
    private enum Key: String, CodingKey { case name, title, values }

    /// Writes the series.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(title, forKey: .title)
        try container.encode(values.map { $0.map(CodedNumber.init) }, forKey: .values)
    }

    /// Reads a series.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            title: try container.decode(String.self, forKey: .title),
            values: try container.decode([CodedNumber?].self, forKey: .values).map { $0?.number })
    }
}
