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
        #expect(failure == .taken(path: path))
        #expect(failure?.description == "\(path): another program is writing there; try again when it has finished")
        first.release()
        #expect(!FileManager.default.fileExists(atPath: path))
        let third = try FileLock(path)
        third.release()
    }

    @Test("Where no file can be made there is no lock")
    func refused() {
        let failure = #expect(throws: FileLock.Refusal.self) {
            let lock = try FileLock("/nowhere/lock")
            lock.release()
        }
        #expect(failure == .cannotMake(path: "/nowhere/lock"))
        #expect(failure?.description == "/nowhere/lock: cannot be made; check the folder's permissions")
    }
}
