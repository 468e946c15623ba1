import Input
import Testing

@Suite("Foreign text in messages")
struct ExcerptTests {
    @Test(
        "is short, and shows what a terminal would obey",
        arguments: [
            ("SPY", "SPY"), ("", ""), ("Zoë Δ", "Zoë Δ"), ("a\r\nb\tc", "a\\r\\nb\\tc"),
            ("\u{1B}[31mred", "\\u{1B}[31mred"), ("\u{202E}abc", "\\u{202E}abc"),
            (String(repeating: "x", count: 40), String(repeating: "x", count: 40)),
            (String(repeating: "x", count: 41), String(repeating: "x", count: 37) + "..."),
            (String(repeating: "\n", count: 30), String(repeating: "\\n", count: 18) + "\\..."),
        ])
    func text(text: String, excerpt: String) { #expect(Excerpt.of(text) == excerpt) }

    @Test("is whole where it is a file's name")
    func name() {
        #expect(
            Excerpt.whole(String(repeating: "x", count: 50) + "\u{1B}") == String(repeating: "x", count: 50) + "\\u{1B}"
        )
    }

    @Test("is of the first few where there are many")
    func list() {
        #expect(Excerpt.of(list: ["a", "b"]) == "a, b")
        #expect(Excerpt.of(list: (1...10).map { "c\($0)" }) == "c1, c2, c3, c4, c5, c6, c7, c8 and 2 more")
    }

    @Test("is no longer than that, however many marks stand on a letter")
    func marks() {
        let text = "a" + String(repeating: "\u{301}", count: 1_000_000)
        #expect(Excerpt.of(text).unicodeScalars.count < 60)
    }
}
