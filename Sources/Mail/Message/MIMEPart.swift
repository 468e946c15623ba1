internal import Foundation

/// One part of a mail: its headers and either content, ready for the wire, or further parts.
struct MIMEPart {
    /// The headers that say how the content is to be read, each with its CRLF.
    let headers: String
    private let content: Content

    private enum Content {
        case bytes([UInt8])
        case parts([MIMEPart], boundary: String)
    }

    /// Text, `plain` or `html`.
    init(text: String, subtype: String) {
        headers = "Content-Type: text/\(subtype); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        content = .bytes(QuotedPrintable.encode(text))
    }

    /// A file.
    init(_ attachment: Attachment) {
        headers =
            HeaderLine("Content-Type", tokens: ["\(attachment.type);", "name=\"\(attachment.name)\""]).text
            + HeaderLine("Content-Disposition", tokens: ["attachment;", "filename=\"\(attachment.name)\""]).text
            + "Content-Transfer-Encoding: base64\r\n"
        let lines = Data(attachment.bytes).base64EncodedData(
            options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        content = .bytes(Array(lines) + (lines.isEmpty ? [] : [13, 10]))
    }

    /// Several parts, `mixed` or `alternative`. Neither quoted-printable nor base64 can hold the `=_` of a boundary.
    init(_ parts: [MIMEPart], subtype: String, boundary seed: String) {
        let boundary = "=_\(subtype)_\(seed)"
        headers = HeaderLine("Content-Type", tokens: ["multipart/\(subtype);", "boundary=\"\(boundary)\""]).text
        content = .parts(parts, boundary: boundary)
    }

    /// Appends headers, the empty line and the content.
    func append(to output: inout [UInt8]) {
        output += headers.utf8
        output += "\r\n".utf8
        switch content {
        case .bytes(let bytes): output += bytes
        case .parts(let parts, let boundary):
            for part in parts {
                output += "--\(boundary)\r\n".utf8
                part.append(to: &output)
                // The line end before a boundary belongs to the boundary, not to the part.
                output += "\r\n".utf8
            }
            output += "--\(boundary)--\r\n".utf8
        }
    }
}
