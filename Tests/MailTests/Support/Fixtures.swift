import Dates
import Foundation
import Mail

/// The same small things in every test.
enum Fixture {
    static let desk = address("ThetaDesk <desk@example.com>")
    static let reader = address("pm@example.org")
    /// Friday, 21 November 2025, 17:00 in New York.
    static let evening = Instant(secondsSince1970: 1_763_762_400)
    static let id = id()

    static func address(_ text: String) -> MailAddress {
        do { return try MailAddress(text) } catch { preconditionFailure(error.description) }
    }

    static func id(revision: Int = 1) -> MessageID {
        do {
            return try MessageID(
                kind: "weekly", period: "2025-W47", revision: revision, inputID: "3f2a9c41", host: "reports.example.com"
            )
        } catch { preconditionFailure(error.description) }
    }

    static func key(_ recipient: MailAddress = reader, revision: Int = 1) -> OutboxKey {
        OutboxKey(kind: "weekly", period: "2025-W47", revision: revision, recipient: recipient)
    }

    static func message(
        to reader: MailAddress = reader, subject: String = "Weekly 2025-W47: HOLD at 25 %, 2 checks failed",
        text: String = "Decision: HOLD at 25 %\n", html: String? = nil, attachments: [Attachment] = [],
        headers: [(name: String, value: String)] = []
    ) throws(MailError) -> MailMessage {
        try MailMessage(
            from: desk, to: reader, id: id, date: evening, subject: subject, text: text, html: html,
            attachments: attachments, headers: headers)
    }

    /// `size` bytes that hold every value and do not repeat soon.
    static func bytes(_ size: Int) -> [UInt8] {
        var state: UInt32 = 1
        return (0..<size).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(truncatingIfNeeded: state >> 24)
        }
    }
}

extension MailMessage {
    /// The mail as text, for comparisons.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The header lines of one name as they stand, without the name.
    func header(_ name: String) -> String? {
        let head = text.components(separatedBy: "\r\n\r\n")[0]
        var lines: [String] = []
        for line in head.components(separatedBy: "\r\n") {
            if line.hasPrefix(" "), let last = lines.indices.last {
                lines[last] += "\r\n" + line
            } else {
                lines.append(line)
            }
        }
        return lines.first { $0.lowercased().hasPrefix(name.lowercased() + ":") }.map {
            String($0.dropFirst(name.count + 2))
        }
    }
}

/// A folder for the time of one test.
final class Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    deinit { try? FileManager.default.removeItem(at: url) }
}

/// Files that were looked at by a person. After a change that is meant, run
/// `UPDATE_GOLDEN=1 swift test --filter MailTests` and read the difference.
enum Golden {
    static func text(_ name: String, updatedBy text: String) throws -> String {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Golden/Mail/\(name)")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}
