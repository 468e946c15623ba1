internal import Foundation

/// The one encoder of everything that the archive keeps: keys sorted, slashes plain, so that equal values are equal bytes.
enum CanonicalJSON {
    /// A value on one line, without a line end.
    static func line(_ value: some Encodable) throws -> [UInt8] {
        try encode(value, [.sortedKeys, .withoutEscapingSlashes])
    }

    /// A value on lines of its own, for people to read, with a line end.
    static func page(_ value: some Encodable) throws -> [UInt8] {
        try encode(value, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]) + [UInt8(ascii: "\n")]
    }

    /// A value back from its bytes.
    static func value<Value: Decodable>(_ type: Value.Type, from bytes: some Sequence<UInt8>) throws -> Value {
        try decoder.decode(type, from: Data(bytes))
    }

    /// Made once: an index reads hundreds of lines.
    private static let decoder = JSONDecoder()

    private static func encode(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        return Array(try encoder.encode(value))
    }

    /// What is wrong with bytes that could not be read, in a few words: the key and the fault.
    static func fault(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        switch error {
        case .keyNotFound(let key, _): return "'\(key.stringValue)' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            let key = context.codingPath.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }.joined(
                separator: ".")
            return key.isEmpty ? "is no JSON of this archive" : "'\(key)' cannot be read"
        @unknown default: return "is no JSON of this archive"
        }
    }
}

extension Period: Codable {
    /// Reads `2026-W31` or `2026-07-31`.
    public init(from decoder: any Decoder) throws {
        self = try decoder.word("a period; write YYYY-Www or YYYY-MM-DD") { Period($0) }
    }

    /// Writes `2026-W31` or `2026-07-31`.
    public func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}

extension Place: Codable {
    /// Reads `2026/W31/weekly/r1`.
    public init(from decoder: any Decoder) throws {
        self = try decoder.word("a place, such as 2026/W31/weekly/r1") { Place($0) }
    }

    /// Writes `2026/W31/weekly/r1`.
    public func encode(to encoder: any Encoder) throws { try encoder.write(path) }
}

extension Decoder {
    /// A value written as one text.
    fileprivate func word<Value>(_ rule: String, _ read: (String) -> Value?) throws -> Value {
        let container = try singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = read(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not \(rule)")
        }
        return value
    }
}

extension Encoder {
    fileprivate func write(_ text: String) throws {
        var container = singleValueContainer()
        try container.encode(text)
    }
}
