import CSQLiteBudget
import Foundation
import GRDBSQLite
import Testing

@Suite("The bound on SQLite's memory")
struct MemoryBudgetTests {
    /// What comes of a statement that needs some memory, on the calling thread.
    private static func outcome() -> Int32 {
        var database: OpaquePointer?
        defer { sqlite3_close(database) }
        let code = sqlite3_open(":memory:", &database)
        guard code == SQLITE_OK else { return code }
        return sqlite3_exec(database, "create table t as select hex(zeroblob(100000)) as x", nil, nil, nil)
    }

    @Test("holds on the thread that set it, and on no other, until it is taken off")
    func ownThread() {
        // What runs between the two calls does not leave the thread.
        let inside = { () -> (own: Int32, other: Int32) in
            sqlite_budget_begin(100_000)
            defer { sqlite_budget_end() }
            let done = DispatchSemaphore(value: 0)
            let codes = Codes()
            Thread.detachNewThread {
                codes.code = Self.outcome()
                done.signal()
            }
            let own = Self.outcome()
            done.wait()
            return (own, codes.code)
        }()
        #expect(inside.own == SQLITE_NOMEM)
        #expect(inside.other == SQLITE_OK)
        #expect(Self.outcome() == SQLITE_OK)
    }

    @Test("is one on what is held at a time: what was given back can be taken again")
    func givenBack() {
        sqlite_budget_begin(2_000_000)
        defer { sqlite_budget_end() }
        for _ in 0..<20 {
            let code = Self.outcome()
            #expect(code == SQLITE_OK)
        }
    }
}

/// What another thread leaves; read after it has signalled.
private final class Codes: @unchecked Sendable {
    var code: Int32 = -1
}
