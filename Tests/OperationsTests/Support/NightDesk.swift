import Dates
import Foundation
import History
import Ledger
import Mail
import Market
import Nightly
import Operations
import Publishing
import PublishingFixture
import Reports
import Reviews
import Synchronization
import Testing

/// A desk with everything that its nights need: the project's notebooks, an inbox, mail, and alerts that are written down
/// and mailed.
struct NightDesk {
    /// Lines that were written to the program's log.
    final class Log: Sendable {
        private let kept = Mutex<[String]>([])
        var lines: [String] { kept.withLock { $0 } }
        func write(_ line: String) { kept.withLock { $0.append(line) } }
    }

    var office: MailDesk
    var notebooks: NightNotebooks
    let log = Log()
    /// Takes the reports.
    var mailbox: Postbox? = Postbox()
    /// Takes the alerts; nil for a desk that has but its log.
    var alertbox: Postbox?

    init(sessions: Int = 10) throws {
        office = try MailDesk(sessions: sessions)
        notebooks = try NightNotebooks(try PublishingDesk.shipped())
    }

    var desk: PublishingDesk { office.desk }
    var inbox: URL { desk.folder.appendingPathComponent("inbox") }

    /// Leaves a file in the inbox.
    func leave(_ text: String, as name: String) throws {
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: inbox.appendingPathComponent(name))
    }

    func gate(_ version: String = "gate 1") throws -> GateWork {
        GateWork(
            try desk.publisher, notebooks: [notebooks.daily], weekly: [notebooks.weekly],
            conditions: GateConditions(ruleVersion: version))
    }

    var alerts: AlertBook {
        get throws {
            let mail = try alertbox.map {
                AlertDispatcher.Mail(
                    transport: $0, from: try MailAddress("desk@example.com"),
                    recipients: [try MailAddress("ada@example.org")])
            }
            return AlertBook(
                desk.store, dispatcher: AlertDispatcher(log: { log.write($0) }, mail: mail), now: { desk.clock.now })
        }
    }

    var work: NightWork {
        get throws {
            NightWork(
                try desk.publisher, notebooks: notebooks, gate: try gate(), inbox: Inbox(inbox),
                mail: try mailbox.map { try office.round($0) }, alerts: try alerts, now: { desk.clock.now })
        }
    }

    /// Does what is due after a session, an hour and a half after its close, as `report nightly` does.
    /// - Parameter stop: a step at which the program dies: what it throws ends the job.
    func run(
        after text: String, since: String? = nil, dyingAt stop: (step: NightlyStep, hasBegun: Bool)? = nil
    ) throws -> [NightlyJob.Entry] {
        let last = try PublishingDesk.day(text)
        desk.clock.now = NewYork.instant(last, hour: 17, minute: 30)
        let calendar = try desk.publisher.reports.data.calendar
        let plan = NightlyPlan(
            sessions: calendar.sessions, through: last, since: try since.map(PublishingDesk.day),
            done: try desk.store.jobSteps())
        return try work.run(plan) { step in
            if let stop, step.step == stop.step.rawValue, stop.hasBegun == (step.state != .begun) { throw Death() }
            try desk.store.record(step)
        }
    }

    struct Death: Error {}
}

extension [NightlyJob.Entry] {
    /// `2026-07-31 quality done: 1 snapshot, 0 findings`, a line a step.
    var words: [String] {
        map { entry in
            let state = entry.state.map { "\($0)" } ?? "failed"
            return "\(entry.session) \(entry.step.rawValue) \(state): \(entry.detail)"
        }
    }
}
