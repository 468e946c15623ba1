import Foundation
import Testing

@testable import Mail

/// `script/smtp-server.py` in one of its modes, for the time of a test.
final class TestServer {
    /// A Python that has aiosmtpd; nil where none was named.
    static let python: String? = {
        guard let named = ProcessInfo.processInfo.environment["PYTHON"] else { return nil }
        let probe = Process()
        probe.executableURL = URL(fileURLWithPath: named)
        probe.arguments = ["-c", "import aiosmtpd"]
        guard (try? probe.run()) != nil else { return nil }
        probe.waitUntilExit()
        return probe.terminationStatus == 0 ? named : nil
    }()

    /// Runs a test only where there is a server to run it against.
    static let isThere: ConditionTrait = .enabled(
        if: python != nil, "needs a mail server: PYTHON must name a Python with aiosmtpd, as script/test does")

    /// A script of the project.
    static func script(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "script/\(name)").path
    }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var rest: [UInt8] = []
    let folder: URL
    private(set) var port = 0
    private(set) var certificate = ""

    /// A server that keeps what it gets in a folder.
    init(_ mode: String, in folder: URL) throws {
        self.folder = folder
        process.executableURL = URL(fileURLWithPath: try #require(Self.python))
        process.arguments = [Self.script("smtp-server.py"), mode, folder.path]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let ready = try event("ready")
        port = try #require(ready["port"] as? Int)
        certificate = try #require(ready["certificate"] as? String)
    }

    deinit { stop() }

    /// Ends the server and waits for that.
    func stop() {
        guard process.isRunning else { return }
        // It may have inherited a mask that blocks the gentler signals.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Waits until the server says that something happened; what it says of it.
    @discardableResult
    func event(_ name: String) throws -> [String: Any] {
        while true {
            let line = try #require(nextLine(), "the server ended before '\(name)'")
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            if let object, object["event"] as? String == name { return object }
        }
    }

    private func nextLine() -> String? {
        while true {
            if let end = rest.firstIndex(of: 10) {
                defer { rest.removeFirst(end + 1) }
                return String(decoding: rest[..<end], as: UTF8.self)
            }
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { return nil }
            rest += data
        }
    }

    /// The messages that the server got, as they came.
    var messages: [[UInt8]] { files("eml") }
    /// The web requests that it got.
    var requests: [[UInt8]] { files("json") }

    private func files(_ suffix: String) -> [[UInt8]] {
        var found: [[UInt8]] = []
        while let data = try? Data(contentsOf: folder.appending(path: "\(found.count + 1).\(suffix)")) {
            found.append([UInt8](data))
        }
        return found
    }

    /// A transport to the server: verified against its certificate, and signed in.
    func transport(
        scheme: String = "smtp", host: String = "localhost", plainText: Bool = false, authorities: String? = nil,
        user: String? = "desk", password: String = "s3cret", seconds: Int = 30
    ) throws -> SMTPTransport {
        SMTPTransport(
            server: try SMTPServer(
                "\(scheme)://\(host):\(port)", plainText: plainText, authorities: authorities ?? certificate,
                connectSeconds: seconds, totalSeconds: seconds),
            credentials: try user.map { try Credentials(user: $0, password: Secret(password)) })
    }
}
