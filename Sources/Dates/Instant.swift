/// A point in time in UTC, to the second.
///
/// History stores instants as ISO 8601 text with `Z`; SQLite's own `YYYY-MM-DD HH:MM:SS` (which is UTC) is read too.
public struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public let secondsSince1970: Int64

    /// The instant this many seconds after 1970-01-01T00:00:00Z.
    public init(secondsSince1970: Int64) {
        self.secondsSince1970 = secondsSince1970
    }

    /// The instant at a UTC date and time of day.
    public init(utc day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let ofDay = Int64(hour) * 3600 + Int64(minute) * 60 + Int64(second)
        secondsSince1970 = Int64(day.daysSince1970) * 86_400 + ofDay
    }

    /// Reads `2026-07-31T20:00:00Z`, `2026-07-31 20:00:00`, either with a fraction of a second (dropped), with
    /// `+00:00` or another offset, or without an offset (UTC); nil for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = twoDigits(bytes, 11), let minute = twoDigits(bytes, 14), let second = twoDigits(bytes, 17),
            hour < 24, minute < 60, second < 60
        else { return nil }
        var index = 19
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            let start = index + 1
            index = start
            while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
            guard index > start else { return nil }
        }
        guard let offset = Instant.offset(bytes[index...]) else { return nil }
        self.init(
            secondsSince1970: Instant(utc: day, hour: hour, minute: minute, second: second).secondsSince1970
                - Int64(offset))
    }

    /// Seconds east of UTC written as nothing, `Z`, `+HH:MM` or `+HHMM`.
    private static func offset(_ tail: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(tail)
        guard let sign = bytes.first else { return 0 }
        if sign == UInt8(ascii: "Z") { return bytes.count == 1 ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard digits.count == 4, let hours = twoDigits(digits, 0), let minutes = twoDigits(digits, 2), hours < 24,
            minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }

    /// The UTC date.
    public var utcDay: Day {
        let days = secondsSince1970 / 86_400
        return Day(daysSince1970: Int(secondsSince1970 % 86_400 < 0 ? days - 1 : days))
    }

    /// Seconds since midnight UTC, 0–86,399.
    public var secondOfUTCDay: Int {
        Int(secondsSince1970 - Int64(utcDay.daysSince1970) * 86_400)
    }

    /// The instant this many seconds later; earlier for a negative count.
    public func adding(seconds: Int) -> Instant {
        Instant(secondsSince1970: secondsSince1970 + Int64(seconds))
    }

    /// Seconds from this instant to another; negative when the other is earlier.
    public func seconds(to other: Instant) -> Int64 {
        other.secondsSince1970 - secondsSince1970
    }

    /// Whether the first instant comes before the second.
    public static func < (first: Instant, second: Instant) -> Bool {
        first.secondsSince1970 < second.secondsSince1970
    }
}

extension Instant: CustomStringConvertible {
    /// `2026-07-31T20:00:00Z`.
    public var description: String { iso }

    /// `2026-07-31T20:00:00Z`.
    public var iso: String {
        let ofDay = secondOfUTCDay
        return "\(utcDay.iso)T\(padded(ofDay / 3600, 2)):\(padded(ofDay / 60 % 60, 2)):\(padded(ofDay % 60, 2))Z"
    }
}

extension Instant: Codable {
    /// Reads ISO 8601 with `Z` or an offset.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(text)' is no moment; write 2026-07-31T20:00:00Z")
        }
        self = instant
    }

    /// Writes `2026-07-31T20:00:00Z`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

/// Two decimal digits as a number; nil where there are not two.
private func twoDigits(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < bytes.count, (48...57).contains(bytes[start]), (48...57).contains(bytes[start + 1]) else {
        return nil
    }
    return Int(bytes[start] - 48) * 10 + Int(bytes[start + 1] - 48)
}
