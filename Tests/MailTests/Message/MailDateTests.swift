import Dates
import Testing

@testable import Mail

@Suite("Dates of mails")
struct MailDateTests {
    // Python 3.11: email.utils.format_datetime of the moment in zoneinfo's America/New_York.
    @Test(
        "are New York's, with the offset of the season",
        arguments: [
            ("2025-11-21T22:00:00Z", "Fri, 21 Nov 2025 17:00:00 -0500"),
            ("2025-07-04T13:30:05Z", "Fri, 04 Jul 2025 09:30:05 -0400"),
            ("2025-03-09T06:59:59Z", "Sun, 09 Mar 2025 01:59:59 -0500"),
            ("2025-03-09T07:00:00Z", "Sun, 09 Mar 2025 03:00:00 -0400"),
            ("2026-01-01T04:59:59Z", "Wed, 31 Dec 2025 23:59:59 -0500"),
        ])
    func text(moment: String, expected: String) throws {
        #expect(MailDate.text(try #require(Instant(moment))) == expected)
    }
}
