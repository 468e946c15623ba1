import Dates
import Mail
import Synchronization
import Testing

@Suite("The postman")
struct PostmanTests {
    private let readers = ["a@example.org", "b@example.org", "c@example.org"].map(Fixture.address)

    private func mails() throws -> [(key: OutboxKey, message: MailMessage)] {
        try readers.map { (key: Fixture.key($0), message: try Fixture.message(to: $0)) }
    }

    private func round(
        _ transport: any MailTransport, _ store: some OutboxStore, at now: Instant = Fixture.evening
    ) throws -> [Postman.Outcome] {
        try Postman(outbox: Outbox(), transport: transport) { now }.deliver(try mails(), through: store)
    }

    @Test("sends each mail once; a second round sends nothing and says since when")
    func twice() throws {
        let transport = ScriptedTransport([])
        let store = MemoryOutboxStore()
        #expect(try round(transport, store).map(\.wasTried) == [true, true, true])
        let second = try round(transport, store, at: Fixture.evening.adding(seconds: 86_400))
        #expect(second.map(\.wasTried) == [false, false, false])
        #expect(
            second[0].description
                == "weekly 2025-W47 r1 to a@example.org: already sent 2025-11-21 17:00 New York (250 queued)")
        #expect(transport.attempts == 3)
        #expect(store.entries().map(\.messageID) == Array(repeating: Fixture.id.text, count: 3))
    }

    @Test("goes on to the others where one is refused or late, and comes back for the late one")
    func mixed() throws {
        let transport = ScriptedTransport([.greylisted, .refused, .broken])
        let store = MemoryOutboxStore()
        #expect(try round(transport, store).map(\.wasTried) == [true, true, true])
        #expect(try round(transport, store, at: Fixture.evening.adding(seconds: 299)).allSatisfy { !$0.wasTried })
        let later = try round(transport, store, at: Fixture.evening.adding(seconds: 300))
        #expect(later.map(\.wasTried) == [true, false, false])
        guard case .sent = later[0].entry.state, case .failed = later[1].entry.state,
            case .unknown = later[2].entry.state
        else {
            Issue.record("\(later)")
            return
        }
        #expect(transport.attempts == 4)
    }

    @Test("tries a wrong password once, not once for each recipient, and goes on when it is corrected")
    func wrongPassword() throws {
        let transport = ScriptedTransport([.wrongPassword])
        let store = MemoryOutboxStore()
        let first = try round(transport, store)
        #expect(first.map(\.wasTried) == [true, false, false])
        #expect(first.map(\.entry.state)[1...] == [.queued, .queued])
        #expect(transport.attempts == 1)
        for entry in store.entries() {
            try store.update(entry.key) { known in
                let step = Outbox().next(try #require(known), on: .resume, at: Fixture.evening)
                return (entry: step.entry, result: ())
            }
        }
        #expect(try round(transport, store).map(\.wasTried) == [true, true, true])
    }

    /// A store whose disk is full from some write on.
    private final class FullStore: OutboxStore {
        struct DiskFull: Error {}
        private let kept = MemoryOutboxStore()
        private let left: Mutex<Int>

        init(writes: Int) { left = Mutex(writes) }

        func update<Result>(
            _ key: OutboxKey, _ change: (OutboxEntry?) throws -> (entry: OutboxEntry, result: Result)
        ) throws -> Result {
            guard
                left.withLock({
                    $0 -= 1; return $0 >= 0
                })
            else { throw DiskFull() }
            return try kept.update(key, change)
        }

        func entries() -> [OutboxEntry] { kept.entries() }
        func clear() { left.withLock { $0 = .max } }
    }

    @Test("sends nothing that cannot be written down", arguments: [0, 1])
    func diskFull(writes: Int) throws {
        let transport = ScriptedTransport([])
        let store = FullStore(writes: writes)
        #expect(throws: FullStore.DiskFull.self) { try round(transport, store) }
        store.clear()
        // The mail was withdrawn before its end: it goes out once the attempt's time is over.
        let later = try round(transport, store, at: Fixture.evening.adding(seconds: 600))
        #expect(later[0].wasTried)
        guard case .sent = later[0].entry.state else {
            Issue.record("\(later[0].entry)")
            return
        }
    }

    @Test("does not send again what was accepted and could not be written down")
    func diskFullAfterwards() throws {
        let transport = ScriptedTransport([])
        let store = FullStore(writes: 2)
        #expect(throws: FullStore.DiskFull.self) { try round(transport, store) }
        store.clear()
        let later = try round(transport, store, at: Fixture.evening.adding(seconds: 86_400))
        #expect(later.map(\.wasTried) == [false, true, true])
        guard case .unknown = later[0].entry.state else {
            Issue.record("\(later[0].entry)")
            return
        }
    }
}
