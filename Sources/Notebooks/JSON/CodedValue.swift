internal import Dates
internal import Ledger
internal import Metrics

/// A value on its way into JSON and back.
struct CodedValue: Codable {
    let value: Value

    private enum Key: String, CodingKey, CaseIterable {
        case number, usd, day, time, undefined
    }

    init(_ value: Value) {
        self.value = value
    }

    func encode(to encoder: any Encoder) throws {
        switch value {
        case .text(let words): try plain(words, to: encoder)
        case .integer(let number): try plain(number, to: encoder)
        case .flag(let flag): try plain(flag, to: encoder)
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .number(let number): try tagged(CodedNumber(number), .number, to: encoder)
        case .money(let amount): try tagged(amount.description, .usd, to: encoder)
        case .day(let day): try tagged(day, .day, to: encoder)
        case .instant(let instant): try tagged(instant.iso, .time, to: encoder)
        case .undefined(let reason): try tagged(reason.rawValue, .undefined, to: encoder)
        }
    }

    private func plain(_ value: some Encodable, to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    private func tagged(_ value: some Encodable, _ key: Key, to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(value, forKey: key)
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .null
        } else if let flag = try? container.decode(Bool.self) {
            value = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            value = .integer(number)
        } else if let words = try? container.decode(String.self) {
            value = .text(words)
        } else {
            value = try CodedValue.tagged(from: decoder)
        }
    }

    private static func tagged(from decoder: any Decoder) throws -> Value {
        let container = try decoder.container(keyedBy: Key.self)
        func read<Read>(_ key: Key, _ kind: String, _ read: (String) -> Read?) throws -> Read {
            let text = try container.decode(String.self, forKey: key)
            guard let value = read(text) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container, debugDescription: "'\(text)' is no \(kind)")
            }
            return value
        }
        switch container.allKeys.first {
        case .number: return .number(try container.decode(CodedNumber.self, forKey: .number).number)
        case .usd: return .money(try read(.usd, "amount of dollars and cents", Money.init(exactly:)))
        case .day: return .day(try read(.day, "date", { Day($0) }))
        case .time: return .instant(try read(.time, "moment", { Instant($0) }))
        case .undefined:
            return .undefined(try read(.undefined, "reason for a missing value", Undefined.init(rawValue:)))
        case nil:
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "a value has one of \(Key.allCases.map(\.rawValue).joined(separator: ", "))"))
        }
    }
}

/// A number with every bit of it; JSON itself has no infinities.
struct CodedNumber: Codable {
    let number: Double

    init(_ number: Double) {
        self.number = number
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if number.isFinite, !(number == 0 && number.sign == .minus) {
            try container.encode(number)
        } else {
            try container.encode(number.description)
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
            self.number = number
        } else {
            let text = try container.decode(String.self)
            guard let number = Double(text) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no number")
            }
            self.number = number
        }
    }
}

extension Money {
    /// Reads what `description` writes: `-1234.50`.
    fileprivate init?(exactly text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2, parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
            let cents = Int64(parts[0] + parts[1])
        else { return nil }
        self.init(cents: cents)
    }
}
