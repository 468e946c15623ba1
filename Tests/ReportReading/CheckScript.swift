internal import Foundation

/// The scripts that read reports with other means than this code.
public enum CheckScript {
    /// A Python that has openpyxl; nil where there is none.
    public static let python: String? = {
        let named = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
        return (try? execute([named, "-c", "import openpyxl"]))?.status == 0 ? named : nil
    }()

    /// Compares the formats of the report in a folder.
    ///
    /// - Parameter elsewhere: further arguments.
    public static func run(_ folder: String, elsewhere: [String] = []) throws -> (status: Int32, output: String) {
        try run([folder] + elsewhere, script: "check-formats.py")
    }

    /// Runs a script of the project.
    public static func run(_ arguments: [String], script: String) throws -> (status: Int32, output: String) {
        let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try python([folder.appending(path: "script/\(script)").path] + arguments)
    }

    /// Runs Python.
    public static func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
        try execute([python ?? "python3"] + arguments)
    }

    private static func execute(_ command: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
