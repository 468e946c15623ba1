import Mail
import Synchronization
import Testing

@Suite("Taking alerts to their channels")
struct AlertDispatcherTests {
    private func notice(_ channels: [AlertChannel]) throws -> AlertNotice {
        AlertNotice(
            alert: try Alert(key: "history.stale", title: "The history is old", body: "b", severity: .warning),
            since: Fixture.evening, channels: channels)
    }

    private func mail(_ transport: ScriptedTransport, to recipients: [String]) -> AlertDispatcher.Mail {
        AlertDispatcher.Mail(transport: transport, from: Fixture.desk, recipients: recipients.map(Fixture.address))
    }

    @Test("The log is always there; mail and webhook where they are set up")
    func channels() throws {
        let transport = ScriptedTransport([])
        #expect(AlertDispatcher(log: { _ in }).channels == [.log])
        #expect(AlertDispatcher(log: { _ in }, mail: mail(transport, to: [])).channels == [.log])
        let hook = try Webhook(Secret("https://hooks.example.com/x"))
        #expect(
            AlertDispatcher(log: { _ in }, mail: mail(transport, to: ["a@example.org"]), webhook: hook).channels
                == [.log, .mail, .webhook])
    }

    @Test("A notice is written and mailed; what is not set up is said to be so")
    func tell() throws {
        let lines = Mutex<[String]>([])
        let transport = ScriptedTransport([.accepted])
        let dispatcher = AlertDispatcher(
            log: { line in lines.withLock { $0.append(line) } }, mail: mail(transport, to: ["a@example.org"]))
        let told = dispatcher.tell(try notice(AlertChannel.allCases))
        #expect(told.map(\.channel) == [.log, .mail, .webhook])
        #expect(told[1].delivery == ScriptedTransport.Step.accepted.delivery)
        #expect(told[2].delivery == .misconfigured("no webhook is set up"))
        #expect(lines.withLock { $0 } == ["2025-11-21T22:00:00Z WARNING: The history is old [history.stale] b"])
        #expect(
            AlertDispatcher(log: { _ in }).tell(try notice([.mail]))[0].delivery == .misconfigured("no mail is set up"))
    }

    @Test(
        "Somebody knows as soon as one mail is accepted",
        arguments: [
            ([ScriptedTransport.Step.accepted, .refused], true), ([.refused, .accepted], true),
            ([.refused, .greylisted], false),
        ])
    func several(steps: [ScriptedTransport.Step], isAccepted: Bool) throws {
        let transport = ScriptedTransport(steps)
        let dispatcher = AlertDispatcher(log: { _ in }, mail: mail(transport, to: ["a@example.org", "b@example.org"]))
        let told = dispatcher.tell(try notice([.mail]))
        #expect(transport.attempts == 2)
        #expect((told[0].delivery == ScriptedTransport.Step.accepted.delivery) == isAccepted)
    }

    @Test("Words that cannot stand in a header are a fault of the alert, told where it can be")
    func unwritable() throws {
        let transport = ScriptedTransport([])
        let notice = AlertNotice(
            alert: try Alert(key: "k", title: "a\nb", body: "c", severity: .notice), since: Fixture.evening,
            channels: [.mail])
        let told = AlertDispatcher(log: { _ in }, mail: mail(transport, to: ["a@example.org"])).tell(notice)
        #expect("\(told[0].delivery)".contains("header Subject"))
        #expect(transport.attempts == 0)
    }
}
