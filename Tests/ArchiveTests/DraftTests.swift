@testable import Archive
import Digests
import Foundation
import Testing

@Suite struct DraftTests {
    @Test("A draft that breaks a rule is refused with the rule and the value, and no folder is made")
    func rules() {
        let rules: [(String, (inout Draft) -> Void)] = [
            ("the kind must be small letters, digits and hyphens, at most 40, a letter first", { $0.kind = "../x" }),
            ("it has no title", { $0.outcome.title = "" }),
            ("the decision must be a word or a few, at most 40 characters; it is ''", { $0.outcome.decision = "" }),
            (
                "the verdict must be a word or a few, at most 40 characters; it is 'a\nb'",
                { $0.outcome.verdict = "a\nb" }
            ),
            ("the share of capital must lie from 0 to 1; it is 25.0", { $0.outcome.share = 25 }),
            ("the share of capital must lie from 0 to 1; it is nan", { $0.outcome.share = .nan }),
            ("the numbers of checks must not be negative", { $0.outcome.failed = -1 }),
            ("an input's number of rows must not be negative", { $0.inputs[0].rows = -1 }),
            ("the template 'daily.md' is there twice", { $0.templates.append($0.templates[0]) }),
            ("the parameter 'period' is there twice", { $0.parameters.append($0.parameters[0]) }),
            ("the input 'closed_trades' is there twice", { $0.inputs.append($0.inputs[0]) }),
            ("the digest of the settings must be 64 hexadecimal digits; it is 'x'", { $0.settings = "x" }),
            ("the digest of closed_trades must be 64 hexadecimal digits; it is ''", { $0.inputs[0].sha256 = "" }),
            ("the reason is empty", { $0.reason = " \n" }),
        ]
        let desk = Desk()
        for (rule, change) in rules {
            var draft = Desk.draft("2026-07-31")
            change(&draft)
            let error = #expect(throws: ArchiveError.self) { try desk.publish(draft) }
            #expect(error?.description == "2026-07-31 \(draft.kind): cannot be published: \(rule)")
            #expect(throws: ArchiveError.self) { try desk.archive.slot(for: draft) }
        }
        #expect(!FileManager.default.fileExists(atPath: desk.folder.path))
    }
}
