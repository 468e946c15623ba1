internal import Dates

extension Document: Codable {
    private enum Key: String, CodingKey {
        case version, title, kind, parameters, provenance, facts, links, changes, warnings, blocks
        case asOf = "as_of"
        case syntheticNotice = "synthetic_notice"
    }

    /// Writes the document in the form of ``DocumentJSON``.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(DocumentJSON.version, forKey: .version)
        try container.encode(title, forKey: .title)
        try container.encode(kind, forKey: .kind)
        try container.encode(asOf, forKey: .asOf)
        try container.encode(parameters, forKey: .parameters, unless: [])
        try container.encodeIfPresent(syntheticNotice, forKey: .syntheticNotice)
        try container.encode(provenance, forKey: .provenance, unless: [])
        try container.encode(facts, forKey: .facts, unless: [])
        try container.encode(links, forKey: .links, unless: [])
        try container.encodeIfPresent(changes, forKey: .changes)
        try container.encode(warnings, forKey: .warnings, unless: [])
        try container.encode(blocks, forKey: .blocks)
    }

    /// Reads a document in the form of ``DocumentJSON``.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            title: try container.decode(String.self, forKey: .title),
            kind: try container.decode(String.self, forKey: .kind),
            asOf: try container.decode(Day.self, forKey: .asOf),
            parameters: try container.decode(.parameters, or: []),
            syntheticNotice: try container.decodeIfPresent(String.self, forKey: .syntheticNotice),
            provenance: try container.decode(.provenance, or: []), facts: try container.decode(.facts, or: []),
            links: try container.decode(.links, or: []),
            changes: try container.decodeIfPresent(ChangesBlock.self, forKey: .changes),
            warnings: try container.decode(.warnings, or: []),
            blocks: try container.decode([Block].self, forKey: .blocks))
    }
}

extension Document.Parameter: Codable {
    private enum Key: String, CodingKey { case name, text }

    /// Writes name and text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(text, forKey: .text)
    }

    /// Reads name and text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            text: try container.decode(String.self, forKey: .text))
    }
}

extension Document.Warning: Codable {
    private enum Key: String, CodingKey { case anchor, message }

    /// Writes place and message.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(anchor, forKey: .anchor, unless: "")
        try container.encode(message, forKey: .message)
    }

    /// Reads place and message.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            anchor: try container.decode(.anchor, or: ""),
            message: try container.decode(String.self, forKey: .message))
    }
}
