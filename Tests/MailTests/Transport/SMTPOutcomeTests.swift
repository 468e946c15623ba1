import CCurl
import Testing

@testable import Mail

@Suite("Outcomes of SMTP")
struct SMTPOutcomeTests {
    /// Which case of ``Delivery``.
    private func kind(_ delivery: Delivery) -> String { Mirror(reflecting: delivery).children.first?.label ?? "" }

    private func outcome(_ curl: CURLcode, _ reply: Int?, ended: Bool) -> Delivery {
        SMTPOutcome(
            code: curl, reason: "libcurl's words",
            reply: reply.map { ServerReply(code: $0, text: "the server's words") },
            hasEnded: ended
        ).delivery
    }

    // CURLcode and last reply as measured with libcurl 7.88.1 against servers that behave so (SMTPDeliveryTests); the rest
    // by RFC 5321, section 4.2.1, and RFC 4954, section 6.
    @Test(
        "The reply decides first, libcurl's number second, and then whether the end of the mail had left",
        arguments: [
            (CURLE_OK, 250, true, "accepted"),
            (CURLE_WEIRD_SERVER_REPLY, 451, true, "retry"),
            (CURLE_WEIRD_SERVER_REPLY, 554, true, "permanent"),
            (CURLE_SEND_ERROR, 550, false, "permanent"),
            (CURLE_SEND_ERROR, 452, false, "retry"),
            (CURLE_SEND_ERROR, 530, false, "misconfigured"),
            (CURLE_LOGIN_DENIED, 535, false, "misconfigured"),
            (CURLE_LOGIN_DENIED, 534, false, "misconfigured"),
            (CURLE_LOGIN_DENIED, 454, false, "retry"),
            (CURLE_LOGIN_DENIED, 250, false, "misconfigured"),
            (CURLE_PEER_FAILED_VERIFICATION, 220, false, "misconfigured"),
            (CURLE_SSL_CACERT_BADFILE, 220, false, "misconfigured"),
            (CURLE_USE_SSL_FAILED, 250, false, "misconfigured"),
            (CURLE_USE_SSL_FAILED, 454, false, "retry"),
            (CURLE_UNSUPPORTED_PROTOCOL, nil, false, "misconfigured"),
            (CURLE_COULDNT_CONNECT, nil, false, "retry"),
            (CURLE_COULDNT_RESOLVE_HOST, nil, false, "retry"),
            (CURLE_SSL_CONNECT_ERROR, 220, false, "retry"),
            (CURLE_WEIRD_SERVER_REPLY, 421, false, "retry"),
            (CURLE_OPERATION_TIMEDOUT, 334, false, "retry"),
            (CURLE_OPERATION_TIMEDOUT, 354, true, "unknown"),
            (CURLE_RECV_ERROR, 250, false, "retry"),
            (CURLE_RECV_ERROR, 354, true, "unknown"),
            (CURLE_SEND_ERROR, 354, true, "unknown"),
            (CURLE_GOT_NOTHING, 354, true, "unknown"),
            (CURLE_OUT_OF_MEMORY, nil, false, "retry"),
        ] as [(CURLcode, Int?, Bool, String)])
    func table(curl: CURLcode, reply: Int?, ended: Bool, expected: String) {
        #expect(kind(outcome(curl, reply, ended: ended)) == expected)
    }

    @Test("Once the end of a mail has left, no silence is safe; before that, nothing is unknown")
    func silence() {
        for number in 1..<CURL_LAST.rawValue {
            let code = CURLcode(rawValue: number)
            #expect(kind(outcome(code, 354, ended: true)) == "unknown", "\(number)")
            for reply in [nil, 220, 250, 334, 354] {
                #expect(["retry", "misconfigured"].contains(kind(outcome(code, reply, ended: false))), "\(number)")
            }
        }
    }

    @Test("Words name what was said")
    func words() {
        #expect("\(outcome(CURLE_OK, 250, ended: true))" == "accepted (250 the server's words)")
        #expect(
            "\(outcome(CURLE_LOGIN_DENIED, 535, ended: false))"
                == "not tried: the server does not accept the sign-in (535 the server's words)")
        #expect(
            "\(outcome(CURLE_RECV_ERROR, 354, ended: true))"
                == "unknown: the connection broke after the mail had been sent and before an answer (libcurl's words)")
        #expect("\(outcome(CURLE_COULDNT_CONNECT, nil, ended: false))" == "not accepted for now (libcurl's words)")
    }
}
