import Input
import Testing

@Suite("Characters that show nothing are made to be seen")
struct VisibleTextTests {
    @Test(
        "what turns, hides or ends a line",
        arguments: [
            "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{061C}", "\u{2028}",
            "\u{2029}", "\u{202A}", "\u{202D}", "\u{202E}", "\u{2060}", "\u{2066}", "\u{2069}", "\u{FEFF}", "\u{FFFE}",
            "\u{FFFF}", "\u{E0001}", "\u{E0041}",
        ])
    func invisible(sign: String) {
        #expect("SP\(sign)Y".visible.unicodeScalars.elementsEqual("SP\u{FFFD}Y".unicodeScalars))
    }

    @Test(
        "words of any language, composed signs, blanks and line breaks stay",
        arguments: [
            "", "P&L", "a\tb\nc\r\n", "Größe – ½", "日本", "שלום", "مرحبا", "👩‍💻", "co\u{AD}operate", "\u{301}", "\u{FFFD}",
        ])
    func words(text: String) {
        #expect(text.visible.unicodeScalars.elementsEqual(text.unicodeScalars))
    }
}
