@testable import Archive
import Dates
import Digests
import Testing

/// Expected digests: Python 3.11, `hashlib.sha256(json.dumps(basis, sort_keys=True, separators=(",", ":"),
/// ensure_ascii=False))` of what docs/archive.md lists.
@Suite("Input id")
struct InputIDTests {
    @Test("It is the digest of everything that a report depends on")
    func digest() throws {
        #expect(Desk.draft("2026-07-31").inputID == "1a40e16c13733ebce5e0d05328229dc0fa38b87faf1891afb335e8df3cf6fa60")
        var draft = Desk.draft("2026-W31", kind: "weekly")
        draft.templates.insert(.init(name: "partials/ä.md", sha256: SHA256.digest(of: "p")), at: 0)
        draft.parameters.insert(.init(name: "note", text: "\"é\" / \\ \n", isDefault: true), at: 0)
        draft.inputs.append(.init(name: "daily_equity", sha256: SHA256.digest(of: "e"), rows: 1))
        #expect(draft.inputID == "0220e69cd962f6d7417ca2efcb0e3d10fb21cf6dcf640ce2e37a3ad3fcecc3c3")
        draft.templates.reverse()
        draft.parameters.reverse()
        draft.inputs.reverse()
        #expect(draft.inputID == "0220e69cd962f6d7417ca2efcb0e3d10fb21cf6dcf640ce2e37a3ad3fcecc3c3")
    }

    @Test("Whatever changes the report changes it")
    func depends() {
        let draft = Desk.draft("2026-07-31")
        let changes: [(inout Draft) -> Void] = [
            { $0.kind = "gate" }, { $0.period = .day($0.asOf.adding(-1)) }, { $0.asOf = $0.asOf.adding(1) },
            { $0.program.version = "0.4.1" }, { $0.program.name = "thetadesk" },
            { $0.settings = SHA256.digest(of: "x") },
            { $0.templates[0].sha256 = SHA256.digest(of: "x") }, { $0.templates[0].name = "x" },
            { $0.parameters[0].text = "x" }, { $0.parameters[0].name = "x" }, { $0.parameters = [] },
            { $0.inputs[0].sha256 = SHA256.digest(of: "x") }, { $0.inputs[0].name = "x" }, { $0.inputs = [] },
        ]
        let ids = changes.map { change in
            var changed = draft
            change(&changed)
            return changed.inputID
        }
        #expect(Set(ids + [draft.inputID]).count == changes.count + 1)
    }

    @Test("What does not change the report does not change it")
    func independent() {
        let draft = Desk.draft("2026-07-31")
        let changes: [(inout Draft) -> Void] = [
            { $0.reason = "x" }, { $0.started = $0.started.adding(seconds: 1) }, { $0.host = "x" }, { $0.user = "x" },
            { $0.command = "x" }, { $0.parameters[0].isDefault.toggle() }, { $0.inputs[0].rows += 1 },
            { $0.inputs[0].totals = [] }, { $0.inputs[0].bytes = 1 }, { $0.outcome.headline = "x" },
            { $0.warnings = ["x"] }, { $0.facts = [.init(name: "x", text: "y")] },
        ]
        for change in changes {
            var changed = draft
            change(&changed)
            #expect(changed.inputID == draft.inputID)
        }
    }
}
