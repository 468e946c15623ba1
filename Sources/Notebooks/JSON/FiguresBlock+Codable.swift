internal import Metrics

extension FiguresBlock: Codable {
    private enum Key: String, CodingKey { case anchor, title, items, placement }

    /// Writes the numbers.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(anchor, forKey: .anchor)
        try container.encode(title, forKey: .title)
        try container.encode(items, forKey: .items)
        try container.encode(placement, forKey: .placement, unless: Placement())
    }

    /// Reads the numbers.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            anchor: try container.decode(String.self, forKey: .anchor),
            title: try container.decode(String.self, forKey: .title),
            items: try container.decode([Item].self, forKey: .items),
            placement: try container.decode(.placement, or: Placement()))
    }
}

extension FiguresBlock.Item: Codable {
    private enum Key: String, CodingKey { case label, value, format, note, target, verdict, trend }

    /// Writes one number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(label, forKey: .label)
        try container.encode(CodedValue(value), forKey: .value)
        try container.encode(format, forKey: .format)
        try container.encode(note, forKey: .note, unless: "")
        try container.encode(target, forKey: .target, unless: "")
        try container.encodeIfPresent(verdict, forKey: .verdict)
        if !trend.isEmpty { try container.encode(trend.map { $0.map(CodedNumber.init) }, forKey: .trend) }
    }

    /// Reads one number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            label: try container.decode(String.self, forKey: .label),
            value: try container.decodeIfPresent(CodedValue.self, forKey: .value)?.value ?? .null,
            format: try container.decode(ValueFormat.self, forKey: .format),
            note: try container.decode(.note, or: ""), target: try container.decode(.target, or: ""),
            verdict: try container.decodeIfPresent(Verdict.self, forKey: .verdict),
            trend: try container.decode(.trend, or: [CodedNumber?]()).map { $0?.number })
    }
}
