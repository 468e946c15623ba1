internal import NIOCore

/// What one server lends to its visitors.
struct ServerLimits: Sendable {
    /// How many connections are open at once; further ones wait in the system's queue.
    var connections = 256
    /// How long a request may take to come, from the connection's begin or the last answer's end on, and so how long an idle
    /// connection is kept.
    var request = TimeAmount.seconds(15)
    /// How long a visitor may take to accept a piece of an answer.
    var piece = TimeAmount.seconds(30)
    /// How long an ended connection is read on, so that what a visitor still sends does not cost him the answer.
    var farewell = TimeAmount.seconds(2)
    /// The longest target of a request, in bytes.
    var target = 4096
    /// The longest name or value of a header field, in bytes.
    var field = 8192
    /// The longest header in all, in bytes.
    var header = 16_384
    /// The most header fields.
    var fields = 64
    /// The bytes of a file that are in memory at a time.
    var pieceSize = 65_536

    /// The same with no more connections than a process with so many descriptors can hold: each may take one more for a file, and
    /// the event loops, one a core, take some. A negative number of descriptors means that there is no limit.
    func fitting(descriptors: Int, cores: Int) -> ServerLimits {
        guard descriptors >= 0 else { return self }
        var limits = self
        limits.connections = max(1, min(connections, (descriptors - 16 - 4 * cores) / 2))
        return limits
    }
}
