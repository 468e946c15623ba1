/// Values that are left out where they are the usual ones.
extension KeyedEncodingContainer {
    /// Writes a value unless it is the usual one.
    mutating func encode<Written: Encodable & Equatable>(_ value: Written, forKey key: Key, unless usual: Written)
        throws
    {
        if value != usual { try encode(value, forKey: key) }
    }
}

extension KeyedDecodingContainer {
    /// Reads a value that may have been left out.
    func decode<Read: Decodable>(_ key: Key, or usual: Read) throws -> Read {
        try decodeIfPresent(Read.self, forKey: key) ?? usual
    }

    /// Says that a value cannot be.
    func check(_ isRight: Bool, _ key: Key, _ reason: String) throws {
        if !isRight { throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: reason) }
    }
}

/// A word of a list: formats, tones, verdicts, kinds.
protocol CodedWord: Codable, RawRepresentable, CaseIterable where RawValue == String {}

extension CodedWord {
    /// Writes the word.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// Reads the word.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let word = try container.decode(String.self)
        guard let value = Self(rawValue: word) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "'\(word)' is none of \(Self.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self = value
    }
}

extension ValueFormat: CodedWord {}
extension Verdict: CodedWord {}
extension OutputFormat: CodedWord {}
extension ChartBlock.Kind: CodedWord {}
extension Change.Kind: CodedWord {}
extension TableBlock.Highlight.Tone: CodedWord {}
extension TableBlock.Highlight.Comparison: CodedWord {}
