import Foundation

/// `script/check-formats.py`, which reads reports with other means than this code.
enum CheckScript {
    /// A Python that has openpyxl; nil where there is none.
    static let python: String? = {
        let named = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
        return (try? execute([named, "-c", "import openpyxl"]))?.status == 0 ? named : nil
    }()

    static func run(_ folder: String, elsewhere: [String] = []) throws -> (status: Int32, output: String) {
        let script = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "script/check-formats.py")
        return try execute([python ?? "python3", script.path, folder] + elsewhere)
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
