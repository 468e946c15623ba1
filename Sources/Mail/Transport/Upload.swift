/// The bytes of a message on their way, piece by piece.
struct Upload {
    private let bytes: [UInt8]
    private var sent = 0
    /// Whether the last byte has left.
    private(set) var hasEnded = false
    /// Whether the message was given up before its last byte.
    private(set) var wasWithdrawn = false

    /// A message to be sent.
    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The next piece. Before the last piece, asks whether it may leave.
    mutating func next(atMost count: Int, mayEnd: () -> Bool) -> CurlTransfer.Supply {
        let end = min(sent + count, bytes.count)
        if end == bytes.count, !hasEnded {
            guard mayEnd() else {
                wasWithdrawn = true
                return .withdrawn
            }
            hasEnded = true
        }
        defer { sent = end }
        return .bytes(bytes[sent..<end])
    }
}
