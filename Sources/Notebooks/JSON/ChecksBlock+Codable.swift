internal import Metrics

extension ChecksBlock: Codable {
    private enum Key: String, CodingKey { case anchor, title, note, rows, placement }

    /// Writes the checks.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(anchor, forKey: .anchor)
        try container.encode(title, forKey: .title)
        try container.encode(note, forKey: .note, unless: "")
        try container.encode(rows, forKey: .rows)
        try container.encode(placement, forKey: .placement, unless: Placement())
    }

    /// Reads the checks.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            anchor: try container.decode(String.self, forKey: .anchor),
            title: try container.decode(String.self, forKey: .title), note: try container.decode(.note, or: ""),
            rows: try container.decode([Row].self, forKey: .rows),
            placement: try container.decode(.placement, or: Placement()))
    }
}

extension ChecksBlock.Row: Codable {
    private enum Key: String, CodingKey { case anchor, title, verdict, value, format, limit, evidence, link }

    /// Writes one check.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(anchor, forKey: .anchor)
        try container.encode(title, forKey: .title)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(CodedValue(value), forKey: .value)
        try container.encode(format, forKey: .format)
        try container.encode(limit, forKey: .limit, unless: "")
        try container.encode(evidence, forKey: .evidence, unless: "")
        try container.encode(link, forKey: .link, unless: "")
    }

    /// Reads one check. A verdict has to be there.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            anchor: try container.decode(String.self, forKey: .anchor),
            title: try container.decode(String.self, forKey: .title),
            verdict: try container.decode(Verdict.self, forKey: .verdict),
            value: try container.decodeIfPresent(CodedValue.self, forKey: .value)?.value ?? .null,
            format: try container.decode(ValueFormat.self, forKey: .format),
            limit: try container.decode(.limit, or: ""), evidence: try container.decode(.evidence, or: ""),
            link: try container.decode(.link, or: ""))
    }
}
