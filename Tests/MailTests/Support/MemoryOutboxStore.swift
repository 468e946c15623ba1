import Foundation
import Mail
import Synchronization

/// An outbox in memory.
final class MemoryOutboxStore: OutboxStore {
    private let kept = Mutex<[OutboxEntry]>([])

    func update<Result>(
        _ key: OutboxKey, _ change: (OutboxEntry?) throws -> (entry: OutboxEntry, result: Result)
    ) throws -> Result {
        try kept.withLock { entries in
            let index = entries.firstIndex { $0.key == key }
            let (entry, result) = try change(index.map { entries[$0] })
            if let index { entries[index] = entry } else { entries.append(entry) }
            return result
        }
    }

    func entries() -> [OutboxEntry] { kept.withLock { $0 } }
}

/// An outbox in a file that outlives its process, written whole before each step goes on.
struct FileOutboxStore: OutboxStore {
    let path: String

    func update<Result>(
        _ key: OutboxKey, _ change: (OutboxEntry?) throws -> (entry: OutboxEntry, result: Result)
    ) throws -> Result {
        var entries = try entries()
        let index = entries.firstIndex { $0.key == key }
        let (entry, result) = try change(index.map { entries[$0] })
        if let index { entries[index] = entry } else { entries.append(entry) }
        try JSONEncoder().encode(entries).write(to: URL(fileURLWithPath: path), options: .atomic)
        return result
    }

    func entries() throws -> [OutboxEntry] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return try JSONDecoder().decode([OutboxEntry].self, from: data)
    }
}
