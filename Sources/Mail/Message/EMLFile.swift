internal import Foundation

/// Mails as files that any mail reader opens.
public enum EMLFile {
    /// Writes the bytes that would be sent, whole or not at all.
    /// - Throws: ``MailError/unwritable(path:reason:)``.
    public static func write(_ message: MailMessage, to path: String) throws(MailError) {
        do {
            try Data(message.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .unwritable(path: path, reason: (error as NSError).localizedDescription)
        }
    }
}
