import Foundation
import Input
import Testing

@Suite("A file that is written")
struct OutputFileTests {
    private func write(_ text: String, to path: String) throws { try OutputFile(path).write(Array(text.utf8)) }

    @Test("A new file is made, a regular one replaced as a whole with its permissions kept, and nothing is left beside")
    func regular() throws {
        let files = try SpecialFiles()
        defer { files.remove() }
        try write("first", to: files.path("file"))
        chmod(files.path("file"), 0o640)
        try write("second", to: files.path("file"))
        #expect(try files.text("file") == "second")
        var status = stat()
        stat(files.path("file"), &status)
        #expect(status.st_mode & 0o777 == 0o640)
        #expect(try files.names() == ["file"])
    }

    @Test("Whatever else stands at the path is refused with what it is, and still stands")
    func others() throws {
        let files = try SpecialFiles()
        defer { files.remove() }
        files.pipe("pipe")
        files.socket("socket")
        try files.write("precious", "file")
        try files.link("link", to: "file")
        try files.link("nowhere", to: "missing")
        try FileManager.default.createDirectory(atPath: files.path("folder"), withIntermediateDirectories: true)
        let before = try files.names()
        for (name, words) in [
            ("pipe", "a pipe"), ("socket", "a socket"), ("link", "a symbolic link"), ("nowhere", "a symbolic link"),
            ("folder", "a folder"),
        ] {
            let kind = FileKind(at: files.path(name))
            let error = #expect(throws: OutputFile.Refusal.self) { try write("text", to: files.path(name)) }
            #expect(
                error?.description
                    == "\(files.path(name)): cannot be written: it is \(words), and only a new or a regular file is; name "
                    + "another file")
            #expect(FileKind(at: files.path(name)) == kind)
            #expect(throws: OutputFile.Refusal.self) { try OutputFile(files.path(name)).check() }
        }
        #expect(try files.text("file") == "precious")
        #expect(try files.names() == before)
    }

    @Test("A folder that is not there is named, and nothing is made")
    func noFolder() throws {
        let error = #expect(throws: OutputFile.Refusal.self) { try write("text", to: "/nowhere/to/be/found.eml") }
        #expect(
            error?.description
                == "/nowhere/to/be/found.eml: cannot be written (No such file or directory); check the path, the folder's "
                + "permissions and the disk's space")
    }

    @Test("A program's own stream is written to")
    func streams() async throws {
        #expect(OutputFile("/dev/stdout").isStandardOutput && OutputFile("/dev/fd/1").isStandardOutput)
        #expect(!OutputFile("/dev/stderr").isStandardOutput && !OutputFile("stdout").isStandardOutput)
        let result = await #expect(
            processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
        ) {
            try OutputFile("/dev/stdout").write(Array("a mail".utf8))
            try OutputFile("/dev/stderr").write(Array("a page".utf8))
        }
        #expect(result.map { String(decoding: $0.standardOutputContent, as: UTF8.self).contains("a mail") } == true)
        #expect(result.map { String(decoding: $0.standardErrorContent, as: UTF8.self).contains("a page") } == true)
        let closed = #expect(throws: OutputFile.Refusal.self) { try write("text", to: "/dev/fd/999") }
        #expect(
            closed?.description
                == "/dev/fd/999: cannot be written (Bad file descriptor); check the path, the folder's permissions and the "
                + "disk's space")
    }
}
