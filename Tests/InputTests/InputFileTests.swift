import Foundation
import Input
import Testing

@Suite("A file that is read")
struct InputFileTests {
    private func refusal(
        _ path: String, atMost bound: Int = 100, allowing allowance: InputFile.Allowance = .links
    ) -> String? {
        let error = #expect(throws: FileRefusal.self) {
            try InputFile.contents(of: path, atMost: bound, allowing: allowance)
        }
        return error?.description
    }

    @Test("A regular file comes out as it is, through a link as well, up to its bound")
    func regular() throws {
        let files = try SpecialFiles()
        defer { files.remove() }
        try files.write("twelve bytes", "file")
        try files.link("link", to: "file")
        #expect(try InputFile.contents(of: files.path("file"), atMost: 12) == Array("twelve bytes".utf8))
        #expect(try InputFile.contents(of: files.path("link"), atMost: 12) == Array("twelve bytes".utf8))
        var file = try InputFile(files.path("file"), atMost: 12, allowing: [])
        #expect(try file.read(upTo: 6) == Array("twelve".utf8))
        #expect(try file.read(upTo: 100) == Array(" bytes".utf8))
        #expect(try file.read(upTo: 100) == [])
    }

    @Test("Whatever else stands at the path is refused at once, with what it is")
    func others() throws {
        let files = try SpecialFiles()
        defer { files.remove() }
        files.pipe("pipe")
        files.socket("socket")
        try files.write("secret", "file")
        try files.link("link", to: "file")
        try files.link("to-a-pipe", to: "pipe")
        try files.link("nowhere", to: "missing")
        try files.link("loop", to: "loop")
        let only = "and only a regular file is read here"
        #expect(refusal(files.path("pipe")) == "\(files.path("pipe")): cannot be read: it is a pipe, \(only)")
        #expect(refusal(files.path("to-a-pipe")) == "\(files.path("to-a-pipe")): cannot be read: it is a pipe, \(only)")
        #expect(refusal(files.path("socket")) == "\(files.path("socket")): cannot be read: it is a socket, \(only)")
        #expect(refusal("/dev/zero") == "/dev/zero: cannot be read: it is a character device, \(only)")
        #expect(refusal(files.folder.path) == "\(files.folder.path): cannot be read: it is a folder")
        #expect(
            refusal(files.path("missing")) == "\(files.path("missing")): cannot be read: there is no such file")
        #expect(
            refusal(files.path("nowhere")) == "\(files.path("nowhere")): cannot be read: there is no such file")
        #expect(
            refusal(files.path("loop"))
                == "\(files.path("loop")): cannot be read: Too many levels of symbolic links")
        for name in ["link", "loop", "nowhere", "to-a-pipe"] {
            #expect(
                refusal(files.path(name), allowing: [])
                    == "\(files.path(name)): cannot be read: it is a symbolic link, and links are not followed here; put the "
                    + "file itself in its place")
        }
    }

    @Test("A file larger than the bound is refused before it is read, one that grows as soon as it shows")
    func large() throws {
        let files = try SpecialFiles()
        defer { files.remove() }
        try files.write("thirteen byte", "file")
        #expect(
            refusal(files.path("file"), atMost: 12)
                == "\(files.path("file")): cannot be read: it has 13 bytes, and at most 12 are read; divide it")
        // The system says of these files that they are empty.
        #expect(
            refusal("/proc/self/status", atMost: 12)
                == "/proc/self/status: cannot be read: it has more than 12 bytes, and at most so many are read; divide it"
        )
    }

    @Test("A pipe is read where it may be one, and no further than the bound")
    func pipes() throws {
        let files = try SpecialFiles()
        defer { files.remove() }
        files.pipe("pipe")
        // Open for both, so that nobody waits for the other side.
        let writer = open(files.path("pipe"), O_RDWR)
        defer { close(writer) }
        #expect(write(writer, "twelve bytes", 12) == 12)
        var pipe = try InputFile(files.path("pipe"), atMost: 12, allowing: .pipes)
        #expect(pipe.isPipe)
        #expect(try pipe.read(upTo: 12) == Array("twelve bytes".utf8))
        #expect(write(writer, "!", 1) == 1)
        #expect(throws: FileRefusal(files.path("pipe"), .endless(bound: 12))) { try pipe.read(upTo: 1) }
    }

    @Test("A file without permission is refused as that")
    func permission() async throws {
        let files = try SpecialFiles()
        defer { files.remove() }
        try files.write("secret", "file")
        chmod(files.path("file"), 0)
        await #expect(processExitsWith: .exitCode(3)) { [path = files.path("file") as String] in
            // Permissions do not bind root.
            if geteuid() == 0 { setuid(65_534) }
            do throws(FileRefusal) {
                _ = try InputFile.contents(of: path, atMost: 100)
            } catch {
                let expected =
                    "\(path): cannot be read: permission denied; check the permissions of the file and its folder"
                _exit(error.description == expected ? 3 : 2)
            }
            _exit(1)
        }
    }
}
