import Foundation
import Mathematics
import Testing

@testable import Mail

@Suite("Quoted-printable")
struct QuotedPrintableTests {
    /// RFC 2045, section 6.7, read backwards: only what the encoder may write.
    private func decoded(_ bytes: [UInt8]) throws -> [UInt8] {
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "=") else {
                output.append(bytes[index])
                index += 1
                continue
            }
            let pair = String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self)
            if pair != "\r\n" { output.append(try #require(UInt8(pair, radix: 16))) }
            index += 3
        }
        return output
    }

    // Python 3.11: quopri.decodestring of each gives the text back.
    @Test(
        "writes printable ASCII as it is and the rest as digits",
        arguments: [
            ("", ""), ("plain\n", "plain\r\n"), ("no end", "no end\r\n"), ("a\r\nb", "a\r\nb\r\n"),
            ("1 + 1 = 2", "1 + 1 =3D 2\r\n"), ("Überprüfung", "=C3=9Cberpr=C3=BCfung\r\n"), ("€", "=E2=82=AC\r\n"),
            ("trailing ", "trailing=20\r\n"), ("trailing\t\nx", "trailing=09\r\nx\r\n"), ("a\rb", "a=0Db\r\n"),
            ("nul\0", "nul=00\r\n"), ("\n\n", "\r\n\r\n"),
        ])
    func cases(text: String, expected: String) {
        #expect(String(decoding: QuotedPrintable.encode(text), as: UTF8.self) == expected)
    }

    @Test("begins no line with a dot or with 'From '")
    func dangerousLines() {
        let text = ".\n..\n.x\nFrom me\nFromage\n" + String(repeating: "x", count: 75) + ".From here\n"
        let lines = String(decoding: QuotedPrintable.encode(text), as: UTF8.self).components(separatedBy: "\r\n")
        #expect(
            lines == [
                "=2E", "=2E.", "=2Ex", "=46rom me", "Fromage", String(repeating: "x", count: 75) + "=", "=2EFrom here",
                "",
            ])
    }

    @Test("has lines of at most 76 characters, and a line that just fits is not broken")
    func lengths() {
        for (count, expected) in [(75, 1), (76, 1), (77, 2), (151, 2), (152, 3), (1000, 14)] {
            let lines = String(decoding: QuotedPrintable.encode(String(repeating: "x", count: count)), as: UTF8.self)
                .dropLast().components(separatedBy: "\r\n")
            #expect(lines.count == expected, "\(count) characters")
            #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        }
    }

    @Test("gives any text back, in short lines of ASCII without a dot in front", arguments: 0..<300)
    func random(seed: Int) throws {
        var random = RandomSource(seed: UInt64(seed), stream: "quoted-printable")
        let alphabet = Array("ab=.. \t\n\r€ü🚀\0From F,").map(String.init) + ["From ", "\r\n", "\n.", "=\r\n"]
        let text = (0..<400).map { _ in alphabet[Int(random.uniform() * Double(alphabet.count))] }.joined()
        let bytes = QuotedPrintable.encode(text)
        var expected = text.replacing("\r\n", with: "\n")
        if !expected.unicodeScalars.isEmpty, expected.unicodeScalars.last != "\n" { expected += "\n" }
        let back = String(decoding: try decoded(bytes), as: UTF8.self).replacing("\r\n", with: "\n")
        #expect(Array(back.unicodeScalars) == Array(expected.unicodeScalars))
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            #expect(line.count <= 77 && line.first != UInt8(ascii: ".") && !line.starts(with: "From ".utf8))
            #expect(line.allSatisfy { $0 == 13 || $0 == 9 || (32...126).contains($0) })
        }
    }
}
