internal import Foundation

/// A document as JSON from which it can be rendered again, without the history and to the last byte.
///
/// Keys are sorted, one value stands in a line, texts are not escaped more than JSON asks. What has its usual value
/// (an empty note, a block in every format) is left out. Values are
///
/// | value | JSON |
/// |---|---|
/// | words | `"PRIMARY"` |
/// | a whole number | `3` |
/// | a number | `{"number": 0.125}` |
/// | an amount | `{"usd": "610.10"}`, exact |
/// | a date, a moment | `{"day": "2026-07-31"}`, `{"time": "2026-07-31T20:00:00Z"}` |
/// | yes or no | `true` |
/// | no value for a reason, and for none | `{"undefined": "no losses"}`, `null` |
public enum DocumentJSON {
    /// The form of the JSON. A program reads its own and no other.
    public static let version = 1

    /// Why a text is no document.
    public enum ReadError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The text is not JSON.
        case notJSON
        /// It is of another form than ``DocumentJSON/version``.
        case version(Int)
        /// A value is missing or is none of its kind; where, as `blocks[3].rows[2][1]`, and why.
        case value(path: String, reason: String)

        /// What is wrong and where.
        public var description: String {
            switch self {
            case .notJSON: "this is not JSON."
            case .version(let found):
                "this document has form \(found), and form \(DocumentJSON.version) is read. Use the program that wrote it."
            case .value(let path, let reason): "\(path.isEmpty ? "the document" : path): \(reason)."
            }
        }
    }

    /// A document's JSON, ending with a line end.
    public static func text(_ document: Document) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }

    /// The document of its JSON.
    public static func document(from text: String) throws(ReadError) -> Document {
        let decoder = JSONDecoder()
        do {
            let data = Data(text.utf8)
            let version = try decoder.decode(Version.self, from: data).version
            guard version == DocumentJSON.version else { throw ReadError.version(version) }
            return try decoder.decode(Document.self, from: data)
        } catch let error as ReadError {
            throw error
        } catch let error as DecodingError {
            throw ReadError(error)
        } catch {
            throw .notJSON
        }
    }

    private struct Version: Decodable {
        let version: Int
    }
}

extension DocumentJSON.ReadError {
    fileprivate init(_ error: DecodingError) {
        func path(_ keys: [any CodingKey]) -> String {
            keys.reduce("") { path, key in
                key.intValue.map { "\(path)[\($0)]" } ?? (path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)")
            }
        }
        switch error {
        case .keyNotFound(let key, let context):
            self = .value(path: path(context.codingPath + [key]), reason: "it is missing")
        case .valueNotFound(_, let context): self = .value(path: path(context.codingPath), reason: "it is missing")
        case .typeMismatch(_, let context):
            self = .value(path: path(context.codingPath), reason: "it is a value of another kind")
        case .dataCorrupted(let context) where context.codingPath.isEmpty: self = .notJSON
        case .dataCorrupted(let context):
            self = .value(path: path(context.codingPath), reason: context.debugDescription)
        @unknown default: self = .notJSON
        }
    }
}
