import Dates
import Foundation
import Mail
import Testing

@Suite("Alerts, once each")
struct AlertLedgerTests {
    private let all = AlertChannel.allCases
    private let now = Fixture.evening

    private func alert(_ severity: Alert.Severity = .warning, body: String = "b") throws -> Alert {
        try Alert(key: "nightly.mail", title: "Mail is not going out", body: body, severity: severity)
    }

    /// Runs events and lists what was told after each: channels, with a `+` for a condition and a `-` for its end.
    private func told(_ events: [AlertEvent]) -> (list: [String], standing: AlertStanding?) {
        var standing: AlertStanding?
        var list: [String] = []
        for (minute, event) in events.enumerated() {
            let step = AlertLedger.next(standing, on: event, at: now.adding(seconds: 60 * minute))
            standing = step.standing
            list.append(
                step.notice.map {
                    ($0.recoveredAt == nil ? "+" : "-") + $0.channels.map(\.rawValue).joined(separator: ",")
                } ?? "")
        }
        return (list, standing)
    }

    @Test("A condition is told once, its end once, and then it is forgotten")
    func once() throws {
        let raised = AlertEvent.raised(try alert(), channels: [.webhook, .log])
        let (list, standing) = told([
            raised, .told(.log), .told(.webhook), raised, raised, .recovered, .told(.log), .told(.webhook), .recovered,
        ])
        #expect(list == ["+log,webhook", "", "", "", "", "-log,webhook", "", "", ""])
        #expect(standing == nil)
    }

    @Test("What comes back after its end is told anew")
    func again() throws {
        let raised = AlertEvent.raised(try alert(), channels: [.log])
        let (list, standing) = told([raised, .told(.log), .recovered, raised])
        #expect(list == ["+log", "", "-log", "+log"])
        #expect(standing?.since == now.adding(seconds: 180))
    }

    @Test("A channel that could not be reached is tried again, the others are not")
    func unreachable() throws {
        let raised = AlertEvent.raised(try alert(), channels: all)
        let (list, _) = told([raised, .told(.log), .told(.mail), raised, raised, .told(.webhook), raised])
        #expect(list == ["+log,mail,webhook", "", "", "+webhook", "+webhook", "", ""])
    }

    @Test("Whoever was not told of a condition is not told of its end; whoever was is, until it succeeds")
    func endOnlyToThoseWhoKnow() throws {
        let raised = AlertEvent.raised(try alert(), channels: all)
        let (list, standing) = told([
            raised, .told(.log), .told(.mail), .recovered, .told(.log), .recovered, .told(.mail),
        ])
        #expect(list == ["+log,mail,webhook", "", "", "-log,mail", "", "-mail", ""])
        #expect(standing == nil)
        #expect(told([raised, .recovered]).standing == nil, "nobody knew")
    }

    @Test("A condition that becomes graver is told again; a milder one, or other words, are not")
    func graver() throws {
        let channels: [AlertChannel] = [.log]
        let (list, standing) = told([
            .raised(try alert(.warning), channels: channels), .told(.log),
            .raised(try alert(.critical), channels: channels), .told(.log),
            .raised(try alert(.notice, body: "c"), channels: channels),
            .raised(try alert(.critical), channels: channels),
        ])
        #expect(list[..<5] == ["+log", "", "+log", "", ""])
        #expect(standing?.since == now)
    }

    @Test("A channel that is set up later learns of what is the case")
    func newChannel() throws {
        let (list, _) = told([
            .raised(try alert(), channels: [.log]), .told(.log), .raised(try alert(), channels: [.log, .mail]),
        ])
        #expect(list == ["+log", "", "+mail"])
    }

    @Test("Nothing happens to what is not known")
    func nothing() {
        #expect(told([.recovered, .told(.log)]).list == ["", ""])
    }

    @Test("A standing survives being stored, with the same bytes each time")
    func stored() throws {
        let standing = try #require(told([.raised(try alert(), channels: all), .told(.mail)]).standing)
        let bytes = try JSONEncoder().encode(standing)
        #expect(try JSONDecoder().decode(AlertStanding.self, from: bytes) == standing)
        #expect(String(decoding: bytes, as: UTF8.self).contains(#""owed":["log","webhook"]"#))
    }

    @Test("A key is a plain name", arguments: ["", "two words", "a\r\nb", ".a", String(repeating: "k", count: 65)])
    func key(key: String) {
        #expect(throws: MailError.self) { try Alert(key: key, title: "t", body: "b", severity: .notice) }
    }
}
