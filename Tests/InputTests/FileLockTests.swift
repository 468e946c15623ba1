import Foundation
import Input
import Testing

@Suite struct FileLockTests {
    @Test("A second program is kept away while the first has the lock, and let in after it")
    func exclusive() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "lock-\(UInt64.random(in: 0 ... .max))"
        ).path
        let first = try FileLock(path)
        let failure = #expect(throws: FileLock.Refusal.self) {
            let second = try FileLock(path)
            second.release()
        }
        #expect(failure == .taken(path: path, process: getpid()))
        #expect(
            failure?.description == "\(path): process \(getpid()) is writing there; try again when it has finished")
        first.release()
        #expect(!FileManager.default.fileExists(atPath: path))
        let third = try FileLock(path)
        third.release()
    }

    @Test("Nobody is named where nothing is written down, or the number of a program that is gone")
    func nameless() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "lock-\(UInt64.random(in: 0 ... .max))"
        ).path
        let lock = try FileLock(path)
        defer { lock.release() }
        // No process has a number beyond 2²² on Linux (proc(5), pid_max).
        for text in ["", "2000000000\n", "12", "-1\n", "nobody\n"] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            let failure = #expect(throws: FileLock.Refusal.self) {
                let second = try FileLock(path)
                second.release()
            }
            #expect(failure == .taken(path: path, process: nil))
            #expect(failure?.description.contains("another program is writing there") == true)
        }
    }

    @Test("Something else in the lock's place is named and left as it is, and a link makes no file elsewhere")
    func occupied() throws {
        let files = try SpecialFiles()
        defer { files.remove() }
        try files.link("link", to: files.path("elsewhere"))
        files.pipe("pipe")
        files.socket("socket")
        try FileManager.default.createDirectory(atPath: files.path("folder"), withIntermediateDirectories: true)
        for (name, words) in [
            ("link", "a symbolic link"), ("pipe", "a pipe"), ("socket", "a socket"), ("folder", "a folder"),
        ] {
            let failure = #expect(throws: FileLock.Refusal.self) {
                let lock = try FileLock(files.path(name))
                lock.release()
            }
            #expect(
                failure?.description
                    == "\(files.path(name)): is \(words) where the lock's file must be, and is left as it is; move it "
                    + "elsewhere")
        }
        #expect(try files.names() == ["folder", "link", "pipe", "socket"])
    }

    @Test("Where no file can be made there is no lock")
    func refused() {
        let failure = #expect(throws: FileLock.Refusal.self) {
            let lock = try FileLock("/nowhere/lock")
            lock.release()
        }
        #expect(failure == .cannotMake(path: "/nowhere/lock", reason: "No such file or directory"))
        #expect(
            failure?.description
                == "/nowhere/lock: cannot be made (No such file or directory); check the folder's permissions and the "
                + "disk's space")
    }
}
