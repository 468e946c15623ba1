internal import Digests
internal import Foundation
internal import Mail
internal import Nightly

extension DeskSettings {
    /// SHA-256 over everything that a report can depend on: all settings but those of what becomes of it.
    public var reportDigest: String {
        var settings = self
        settings.reports = ReportSettings()
        settings.mail = MailSettings()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Settings were read from such a text, so they can be written as one.
        return SHA256.digest(of: (try? encoder.encode(settings)).map { String(decoding: $0, as: UTF8.self) } ?? "")
    }
}
