/// The part of a file that a request's `Range` asks for (RFC 9110, section 14).
enum ByteRange: Equatable {
    /// All of it: no range, several ranges, or another unit than bytes, which a server may leave aside.
    case whole
    /// These bytes.
    case part(Range<Int>)
    /// None that the file has.
    case outside

    /// What a header's value means for a file of some length.
    init(_ header: String?, length: Int) {
        guard let header, header.hasPrefix("bytes=") else {
            self = .whole
            return
        }
        let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, !(ends[0].isEmpty && ends[1].isEmpty),
            ends.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } && $0.count < 19 })
        else {
            self = .whole
            return
        }
        let (first, last) = (Int(ends[0]), Int(ends[1]))
        switch (first, last) {
        case (let first?, let last?) where last < first: self = .whole
        case (let first?, let last): self = first < length ? .part(first..<min(last ?? .max, length - 1) + 1) : .outside
        case (nil, let count?): self = count > 0 && length > 0 ? .part(max(length - count, 0)..<length) : .outside
        case (nil, nil): self = .whole
        }
    }
}
