/// Whom a mail is from or to: a mailbox, with the name of its owner or without.
///
/// Mailboxes are ASCII without quotation marks or comments, which is all that a desk's relay needs and leaves no way to
/// smuggle a command or a header in.
public struct MailAddress: Hashable, Sendable {
    /// The owner's name; nil where there is none.
    public let name: String?
    /// `desk@example.com`.
    public let mailbox: String

    /// Reads `desk@example.com` or `The Desk <desk@example.com>`.
    /// - Throws: ``MailError`` with the rule that is broken.
    public init(_ text: String) throws(MailError) {
        func refused(_ rule: String) -> MailError { .invalid(what: "mail address", value: text, rule: rule) }
        guard !text.unicodeScalars.contains(where: \.isControl) else {
            throw refused("holds a line end or another control character; take it out")
        }
        var mailbox = text[...]
        var name: String?
        if let opening = text.firstIndex(of: "<") {
            guard text.last == ">" else { throw refused("must end with the '>' that its '<' opens") }
            mailbox = text[text.index(after: opening)..<text.index(before: text.endIndex)]
            let words = trimmed(text[..<opening])
            name = words.isEmpty ? nil : words
        }
        let parts = mailbox.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw refused("must have one '@'; write name@example.com") }
        guard isDotAtom(parts[0]), parts[0].utf8.count <= 64 else {
            throw refused(
                "has no plain name before the '@': up to 64 ASCII letters, digits, dots and !#$%&'*+-/=?^_`{|}~")
        }
        guard DomainName.isValid(parts[1]), mailbox.utf8.count <= 254 else {
            throw refused("has no host name after the '@'; write one such as example.com, in ASCII (xn--… for others)")
        }
        self.name = name
        self.mailbox = String(mailbox)
    }

    /// The part behind the `@`.
    public var host: String {
        String(mailbox[mailbox.index(after: mailbox.firstIndex(of: "@") ?? mailbox.startIndex)...])
    }
}

extension MailAddress: CustomStringConvertible {
    /// `The Desk <desk@example.com>`, or the mailbox alone.
    public var description: String { name.map { "\($0) <\(mailbox)>" } ?? mailbox }
}

/// Words without the quotation marks and spaces around them.
private func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first == " " || first == "\"" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\"" { text.removeLast() }
    return String(text)
}
