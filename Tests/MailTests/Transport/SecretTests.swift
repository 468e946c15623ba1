import Foundation
import Testing

@testable import Mail

@Suite("Secrets")
struct SecretTests {
    private struct Holder {
        let secret = Secret("hunter2")
        let credentials: Credentials
        let webhook: Webhook
    }

    /// Whatever a program might write of a value.
    private func shown(_ value: Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        let mirrored = Mirror(reflecting: value).children.map { "\($0.label ?? ""): \($0.value)" }.joined()
        return [
            "\(value)", String(describing: value), String(reflecting: value), dumped, mirrored,
            "\(Optional(value) as Any)", "\([value])", "\(["key": value])",
        ].joined(separator: "\n")
    }

    @Test("are shown nowhere, whatever prints, dumps or mirrors them or what holds them")
    func hidden() throws {
        let credentials = try Credentials(user: "desk", password: Secret("hunter2"))
        let webhook = try Webhook(Secret("https://hooks.example.com/services/hunter2?token=hunter2"))
        for value in [
            Secret("hunter2"), credentials, webhook, Holder(credentials: credentials, webhook: webhook),
            SMTPTransport(server: try SMTPServer("smtps://mail.example.com"), credentials: credentials),
            AlertDispatcher(log: { _ in }, webhook: webhook),
        ] as [Any] {
            #expect(!shown(value).contains("hunter2"))
        }
        #expect("\(credentials)" == "desk:•••")
        #expect("\(webhook)" == "hooks.example.com/•••")
    }

    @Test("come from the environment, both halves or neither")
    func environment() throws {
        #expect(try Credentials(environment: [:]) == nil)
        let both = try Credentials(environment: ["THETADESK_SMTP_USER": "desk", "THETADESK_SMTP_PASSWORD": "hunter2"])
        #expect(both?.user == "desk" && both?.password.revealed == "hunter2")
        let half = #expect(throws: MailError.self) { try Credentials(environment: ["THETADESK_SMTP_USER": "desk"]) }
        #expect(
            half?.description
                == "environment variable 'THETADESK_SMTP_PASSWORD': is not set although its other half is; set both or neither"
        )
        let other = #expect(throws: MailError.self) {
            try Credentials(environment: ["THETADESK_SMTP_PASSWORD": "hunter2"])
        }
        #expect(other?.description.contains("'THETADESK_SMTP_USER'") == true)
    }

    @Test("with a line end are refused, without being repeated", arguments: ["", "hunter2\n", "hunter2\0", "a\rb"])
    func lineEnds(password: String) {
        let error = #expect(throws: MailError.self) { try Credentials(user: "desk", password: Secret(password)) }
        #expect(error?.description.contains("THETADESK_SMTP_PASSWORD") == true)
        #expect(error?.description.contains("hunter2") == false)
    }
}
