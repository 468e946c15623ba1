import Console
import Dates
import Foundation
import Input
import Nightly

/// What a run of the nightly job did, as a person reads it in the morning, and as JSON.
struct NightSummary {
    let entries: [NightlyJob.Entry]
    /// The last session that had ended.
    let last: Day
    /// The first day that the history knew anything of when the run began; nil for an empty one.
    let beginning: Day?
    let ended: Instant
    /// The last day of which the calendar knows whether it is a session.
    let calendarEnd: Day

    /// Days before the calendar's end from which on it is told of: time enough for the exchange's next holidays to be entered.
    private static let notice = 60

    /// That the calendar is about to end, in a sentence; nil while it reaches far enough.
    var calendarWarning: String? {
        let left = last.days(to: calendarEnd)
        guard left < Self.notice else { return nil }
        return
            "The calendar of sessions ends on \(calendarEnd), \(left == 1 ? "1 day" : "\(left) days") after the last session: "
            + "extend its files in data/calendars and its line in coverage.csv, or no night is done after that"
    }

    /// That the clock and the history cannot both be right, in a sentence.
    var beginningWarning: String? {
        guard let beginning, beginning > last else { return nil }
        return
            "The history begins on \(beginning), after the last session that has ended, \(last): look at the clock, or at "
            + "the days in the history"
    }

    private var warnings: [String] { [beginningWarning, calendarWarning].compactMap(\.self) }

    /// 0 done, 1 somebody should look, 2 a step failed.
    var exitStatus: Int32 {
        if entries.contains(where: { $0.state == nil }) { return 2 }
        if beginningWarning != nil { return 1 }
        return entries.contains { $0.state == .attention || $0.state == .unfinished } ? 1 : 0
    }

    /// The nights with their steps; what is well in few words, what is not with its reason.
    func text(_ terminal: Terminal) -> String {
        let warnings = warnings.map { terminal.yellow($0) }
        guard !entries.isEmpty else {
            let why = beginningWarning == nil ? ": the last session, \(last), is done" : ""
            return (["Nothing is due\(why)."] + warnings).joined(separator: "\n")
        }
        var lines: [String] = []
        for session in sessions {
            var table = TextTable([.left, .left, .left])
            for entry in entries where entry.session == session {
                table.add(
                    "  " + sign(entry, terminal), entry.step.rawValue,
                    Excerpt.whole(entry.detail.replacing("\n", with: " ")))
            }
            lines += [terminal.bold("\(session)"), table.text, ""]
        }
        lines.append(verdict(terminal))
        return (lines + warnings).joined(separator: "\n")
    }

    private var sessions: [Day] {
        entries.map(\.session).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    private func sign(_ entry: NightlyJob.Entry, _ terminal: Terminal) -> String {
        switch entry.state {
        case .done: terminal.green("✓")
        case .attention: terminal.yellow("!")
        case .unfinished: terminal.yellow("…")
        case .skipped: terminal.dim("–")
        case nil: terminal.red("✗")
        }
    }

    private func verdict(_ terminal: Terminal) -> String {
        func count(_ matches: (NightlyJob.Entry) -> Bool) -> Int { entries.count(where: matches) }
        let failed = count { $0.state == nil }
        let open = count { $0.state == .attention || $0.state == .unfinished }
        let nights = "\(sessions.count) \(sessions.count == 1 ? "night" : "nights")"
        if failed > 0 {
            return terminal.red(
                "\(nights): \(failed) \(failed == 1 ? "step" : "steps") failed; the next run tries again")
        }
        return open > 0
            ? terminal.yellow("\(nights) done; look at what is marked")
            : terminal.green("\(nights) done; all is well")
    }

    private struct Body: Encodable {
        struct Step: Encodable {
            let session: String
            let step: String
            let state: String
            let detail: String
        }
        let ended: String
        let exit: Int32
        let lastSession: String
        let steps: [Step]
        let warnings: [String]
    }

    /// `{"ended": …, "exit": …, "last_session": …, "steps": [{"session", "step", "state", "detail"}], "warnings": […]}`.
    func json() throws -> String {
        let steps = entries.map { entry in
            let state =
                switch entry.state {
                case .done: "done"
                case .attention: "attention"
                case .unfinished: "unfinished"
                case .skipped: "skipped"
                case nil: "failed"
                }
            return Body.Step(
                session: entry.session.iso, step: entry.step.rawValue, state: state, detail: entry.detail)
        }
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(
            decoding: try encoder.encode(
                Body(
                    ended: ended.iso, exit: exitStatus, lastSession: last.iso, steps: steps,
                    warnings: warnings)), as: UTF8.self) + "\n"
    }
}
