internal import Foundation

/// One name and password that a request has to carry (RFC 7617). Neither ever appears in a description.
public struct BasicAuthentication: Sendable, CustomStringConvertible, CustomReflectable {
    private let expected: [UInt8]

    /// Asks for this name and password; nil for an empty one, or a name with a colon, which ends it.
    public init?(user: String, password: String) {
        guard !user.isEmpty, !password.isEmpty, !user.contains(":") else { return nil }
        expected = Array("\(user):\(password)".utf8)
    }

    /// Whether an `Authorization` header carries them. Takes as long for a wrong value as for a right one of its length.
    func admits(_ header: String?) -> Bool {
        guard let header, header.lowercased().hasPrefix("basic "),
            let given = Data(base64Encoded: String(header.dropFirst(6)).trimmingCharacters(in: .whitespaces))
        else { return false }
        var difference = UInt8(given.count == expected.count ? 0 : 1)
        for (index, byte) in given.enumerated() { difference |= byte ^ expected[index % expected.count] }
        return difference == 0
    }

    /// The answer to a request that is not admitted.
    static let challenge = SiteResponse.words(
        401, "This archive asks for a name and a password.",
        headers: ["WWW-Authenticate": "Basic realm=\"ThetaDesk reports\", charset=\"UTF-8\""])

    /// Says that there is one, and not which.
    public var description: String { "a name and a password" }
    /// Nothing to look at.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
