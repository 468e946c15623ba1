/// `HEAD`: three lines that say whose log it is, how long it is and the digest of its last line. The shape is that of a
/// checkpoint of the C2SP's transparency logs (tlog-checkpoint) without a signature; the third line is a chain's digest in
/// hexadecimal digits, not a tree's.
public struct Head: Hashable, Sendable {
    /// Whose archive it is, as in `thetadesk.example/desk`: one line, never changed.
    public let origin: String
    /// Size and digest.
    public let witness: Witness

    /// Whose log, its size and its digest.
    public init(origin: String, witness: Witness) {
        self.origin = origin
        self.witness = witness
    }

    /// Reads the three lines; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 4, lines[3].isEmpty, !lines[0].isEmpty,
            let witness = Witness(size: lines[1], digest: lines[2])
        else { return nil }
        self.init(origin: String(lines[0]), witness: witness)
    }

    /// The three lines.
    public var text: String { "\(origin)\n\(witness.size)\n\(witness.digest)\n" }
}
