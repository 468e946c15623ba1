internal import Foundation

/// A process that writes numbers with a comma, as one does in which some library has set the user's language.
public enum German {
    private static let localedef = "/usr/bin/localedef"
    /// Whether the language can be made here.
    public static var canBe: Bool {
        FileManager.default.isExecutableFile(atPath: localedef)
            && FileManager.default.fileExists(atPath: "/usr/share/i18n/locales/de_DE")
    }

    /// The language could not be set.
    public struct NotSet: Error {}

    /// Makes the language in a folder, and sets the process to it.
    public static func begin(in folder: borrowing Folder) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: localedef)
        process.arguments = ["-i", "de_DE", "-f", "UTF-8", folder.path("de_DE.UTF-8")]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        setenv("LOCPATH", folder.url.path, 1)
        setenv("LC_ALL", "de_DE.UTF-8", 1)
        setenv("LANG", "de_DE.UTF-8", 1)
        guard setlocale(LC_ALL, "") != nil, String(cString: localeconv().pointee.decimal_point) == "," else {
            throw NotSet()
        }
    }
}
