/// This machine, as addresses name it.
enum Loopback {
    /// Whether a host's name or address is that of the machine itself.
    static func isAddress(_ host: String) -> Bool {
        if ["localhost", "::1", "[::1]"].contains(host) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
