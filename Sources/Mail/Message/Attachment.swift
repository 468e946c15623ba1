/// A file that goes with a mail.
public struct Attachment: Hashable, Sendable {
    /// The MIME type of a workbook.
    public static let workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// The file's name, `weekly-2025-W47.xlsx`.
    public let name: String
    /// Its MIME type, `application/pdf`.
    public let type: String
    /// Its content.
    public let bytes: [UInt8]

    /// A file to go with a mail.
    /// - Throws: ``MailError`` for a name or a type that cannot stand in a header.
    public init(name: String, type: String, bytes: [UInt8]) throws(MailError) {
        guard (1...100).contains(name.utf8.count), name.utf8.first != UInt8(ascii: "."),
            name.utf8.allSatisfy({ isLetterOrDigit($0) || ".-_ ".utf8.contains($0) })
        else {
            throw .invalid(
                what: "attachment", value: name,
                rule: "must be named by up to 100 ASCII letters, digits, spaces and . - _, and not begin with a dot")
        }
        let halves = type.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, type.utf8.count <= 100,
            halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { isLetterOrDigit($0) || ".-+".utf8.contains($0) } })
        else {
            throw .invalid(what: "attachment type", value: type, rule: "must be a MIME type such as application/pdf")
        }
        self.name = name
        self.type = type
        self.bytes = bytes
    }
}
