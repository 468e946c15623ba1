import Dates
import Foundation
import Testing

@Suite struct InstantTests {
    // Python 3.11: datetime.fromisoformat(...).timestamp().
    @Test(
        "The forms that history holds are read as UTC",
        arguments: [
            ("2026-07-31T20:00:00Z", Int64(1_785_528_000)), ("2026-07-31 20:00:00", 1_785_528_000),
            ("2026-07-31T20:00:00.123456Z", 1_785_528_000), ("2026-07-31T16:00:00-04:00", 1_785_528_000),
            ("2026-07-31T22:00:00+0200", 1_785_528_000), ("1969-12-31T23:59:59Z", -1),
        ])
    func reading(text: String, seconds: Int64) throws {
        let instant = try #require(Instant(text))
        #expect(instant.secondsSince1970 == seconds)
        #expect(Instant(instant.iso) == instant)
    }

    @Test(
        "What is not an instant is refused",
        arguments: [
            "2026-07-31", "2026-07-31T24:00:00Z", "2026-07-31T20:60:00Z", "2026-07-31T20:00:61Z",
            "2026-07-31T20:00:00ZZ", "2026-07-31T20:00:00.Z", "2026-07-31T20:00:00+5", "2026-07-31T20-00-00Z",
            "2026-07-31X20:00:00Z", "2026-02-30T20:00:00Z", "2026-07-31T2a:00:00Z", "2026-07-31T20:00:00+25:00",
        ])
    func refused(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test("Instants are written with Z, and ordered")
    func writing() throws {
        let early = try #require(Instant("2026-07-31T20:00:00Z"))
        #expect(early.description == "2026-07-31T20:00:00Z")
        #expect(early < early.adding(seconds: 1))
        #expect(early.seconds(to: early.adding(seconds: -30)) == -30)
        #expect(Instant(secondsSince1970: -1).utcDay.iso == "1969-12-31")
    }

    @Test("Instants are stored as ISO 8601, and what is none is named")
    func coding() throws {
        let bytes = try JSONEncoder().encode([Instant(secondsSince1970: 1_785_528_000)])
        #expect(String(decoding: bytes, as: UTF8.self) == #"["2026-07-31T20:00:00Z"]"#)
        #expect(try JSONDecoder().decode([Instant].self, from: bytes).map(\.secondsSince1970) == [1_785_528_000])
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Instant].self, from: Data(#"["yesterday"]"#.utf8))
        }
        #expect("\(try #require(error))".contains("'yesterday' is no moment; write 2026-07-31T20:00:00Z"))
    }
}
