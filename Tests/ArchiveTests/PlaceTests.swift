@testable import Archive
import Dates
import Testing

@Suite struct PlaceTests {
    @Test(
        "A period is a week or a day; its folder is named within the year to which ISO 8601 counts it",
        arguments: [
            // 2024-12-30 is the Monday of the first week of 2025; 2020 has 53 weeks (ISO 8601).
            ("2026-W31", 2026, "W31", "2026-07-27", "2026-08-02"),
            ("2025-W01", 2025, "W01", "2024-12-30", "2025-01-05"),
            ("2020-W53", 2020, "W53", "2020-12-28", "2021-01-03"),
            ("2026-07-31", 2026, "07-31", "2026-07-31", "2026-07-31"),
        ])
    func periods(text: String, year: Int, name: String, first: String, last: String) throws {
        let period = try #require(Period(text))
        #expect(period.year == year)
        #expect(period.nameInYear == name)
        #expect(period.firstDay == Day(first))
        #expect(period.lastDay == Day(last))
        #expect(period.description == text)
    }

    @Test("What is neither is no period", arguments: ["", "2026", "2025-W53", "2026-02-30", "2026-W31-x", "W31"])
    func noPeriod(text: String) {
        #expect(Period(text) == nil)
    }

    @Test("Periods are in the order in which they end, a day before the week that ends with it")
    func order() {
        let words = ["2026-07-31", "2026-08-02", "2026-W31", "2026-08-03", "2026-W32"]
        #expect(words.compactMap { Period($0) }.shuffled().sorted().map(\.description) == words)
    }

    @Test(
        "A place is read from its path and from its name, and written as both",
        arguments: [
            ("2026/W31/weekly/r1", "2026-W31-weekly-r1"), ("2026/07-31/daily/r12", "2026-07-31-daily-r12"),
            ("2025/W01/old-against-new/r2", "2025-W01-old-against-new-r2"),
            ("2025/12-31/x-r1/r2", "2025-12-31-x-r1-r2"),
        ])
    func places(path: String, name: String) throws {
        let place = try #require(Place(path))
        #expect(place.path == path)
        #expect(place.description == path)
        #expect(place.name == name)
        #expect(Place(name) == place)
    }

    @Test(
        "What could leave the archive, or be two names of one place, is no place",
        arguments: [
            "", "2026", "2026/W31/weekly", "2026/W31/weekly/1", "2026/W31/weekly/r0", "2026/W31/weekly/r01",
            "2026/W31/weekly/r+1", "2026/W31/../r1", "2026/W31/Weekly/r1", "2026/W31/week ly/r1", "/2026/W31/weekly/r1",
            "2026/W31/weekly/r1/", "2026/W54/weekly/r1", "2026/W31/1st/r1", "2026-W31-r1", "2026-W31--r1",
            "2026-07-31r1",
            "2026/W31/\(String(repeating: "k", count: 41))/r1", "2026-W31-weekly-r99999999999999999999",
            "2026/W31/weekly/r1000000",
        ])
    func noPlace(text: String) {
        #expect(Place(text) == nil)
    }

    @Test("A witness is read from a mail's line and from a HEAD")
    func witness() {
        let digest = String(repeating: "0a", count: 32)
        let witness = Witness(size: 1301, digest: digest)
        #expect(Witness("1301:\(digest)") == witness)
        #expect(witness.description == "1301:\(digest)")
        let head = Head(origin: "thetadesk.example/desk", witness: witness)
        #expect(head.text == "thetadesk.example/desk\n1301\n\(digest)\n")
        #expect(Head(head.text) == head)
        #expect(Witness(head.text) == witness)
        for wrong in [
            "", "1301", "0:\(digest)", "01:\(digest)", "1301:\(digest)0", "1301:\(digest.uppercased())", "x\n1\n",
        ] {
            #expect(Witness(wrong) == nil)
            #expect(Head(wrong) == nil)
        }
        #expect(Head("x\n1301\n\(digest)") == nil)
        #expect(Head("\n1301\n\(digest)\n") == nil)
    }
}
