public import ArgumentParser
public import Console
public import Foundation
internal import Input

/// Where the desk's files are: the same options for every command.
public struct DeskOptions: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("The settings; desk.yaml in the data folder when it is there.", valueName: "file"))
    var settings: String?
    @Option(help: ArgumentHelp("The folder of calendars and settings.", valueName: "folder"))
    var data: String?

    /// Options that name nothing.
    public init() {}

    /// The desk's settings: the defaults with the file's values in their place.
    /// - Throws: ``Failure`` with status 78 and every fault of the file, or 66 when a file that was named is not there.
    public func read() throws -> DeskSettings {
        let path: String
        if let settings {
            path = settings
        } else {
            path = (data ?? "data") + "/desk.yaml"
            guard FileKind(at: path) != nil else { return DeskSettings() }
        }
        let bytes: [UInt8]
        do {
            bytes = try InputFile.contents(of: path, atMost: 1 << 20)
        } catch {
            throw Failure(.noInput, "\(path): the settings cannot be read: \(error.reason)")
        }
        do {
            return try DeskSettings.read(bytes, file: path)
        } catch let error as SettingsError {
            throw Failure(.settings, error.description)
        }
    }

    /// The folder of calendars.
    public func calendars() throws(Failure) -> URL {
        try Self.folder("data", holding: "calendars", given: data).appendingPathComponent("calendars")
    }

    /// A folder that belongs to the program: as it was given, or found from the working directory or the program.
    public static func folder(_ name: String, holding mark: String, given: String?) throws(Failure) -> URL {
        if let given {
            let folder = URL(fileURLWithPath: given)
            guard FileManager.default.fileExists(atPath: folder.appendingPathComponent(mark).path) else {
                throw Failure(.noInput, "\(given): there is no '\(mark)' in it; name another folder by --\(name)")
            }
            return folder
        }
        return try ProjectFiles.folder(
            name, holding: mark, workingDirectory: URL(fileURLWithPath: FileManager.default.currentDirectoryPath),
            executable: URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath())
    }
}
