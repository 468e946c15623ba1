extension ChangesBlock: Codable {
    private enum Key: String, CodingKey { case since, changes }

    /// Writes the earlier report and what changed.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(since, forKey: .since)
        try container.encode(changes, forKey: .changes)
    }

    /// Reads the earlier report and what changed.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            since: try container.decode(Document.Parameter.self, forKey: .since),
            changes: try container.decode([Change].self, forKey: .changes))
    }
}

extension Change: Codable {
    private enum Key: String, CodingKey { case kind, label, before, after, anchor }

    /// Writes one thing that was otherwise.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(label, forKey: .label)
        try container.encode(before, forKey: .before)
        try container.encode(after, forKey: .after)
        try container.encode(anchor, forKey: .anchor, unless: "")
    }

    /// Reads one thing that was otherwise.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            kind: try container.decode(Kind.self, forKey: .kind),
            label: try container.decode(String.self, forKey: .label),
            before: try container.decode(String.self, forKey: .before),
            after: try container.decode(String.self, forKey: .after), anchor: try container.decode(.anchor, or: ""))
    }
}
