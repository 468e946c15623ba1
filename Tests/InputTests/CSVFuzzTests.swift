import Input
import Testing

/// SplitMix64 (Steele, Lea and Flood, 2014), so that each run sees the same bytes.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

@Suite("CSV under random bytes")
struct CSVFuzzTests {
    /// Bytes that mean something to the reader come often.
    private static let alphabet: [UInt8] =
        Array("\"\",,\n\n\r ab1".utf8) + [0, 0xC3, 0xA9, 0xEF, 0xBB, 0xBF, 0xFF]

    @Test(
        "any bytes come to an end: each line gives at most one record or one fault, within the limits",
        arguments: 0..<8)
    func anyBytes(_ seed: UInt64) {
        var random = Seeded(state: seed)
        for _ in 0..<400 {
            let count = Int.random(in: 0...200, using: &random)
            let bytes = (0..<count).map { _ in
                Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &random)]
            }
            let lines = bytes.count { $0 == 0x0A } + 1
            var reader = CSVReader(bytes: bytes, file: "fuzz", limits: .init(recordBytes: 64, fields: 8))
            var answers = 0
            var lastLine = 0
            while answers <= lines {
                do throws(CSVError) {
                    guard let record = try reader.next() else { break }
                    #expect(record.line > lastLine)
                    #expect((1...8).contains(record.fields.count))
                    #expect(record.fields.reduce(0) { $0 + $1.text.utf8.count } <= 64)
                    lastLine = record.line
                } catch {
                    #expect(error.position != nil)
                }
                answers += 1
            }
            #expect(answers <= lines, "seed \(seed), bytes \(bytes)")
        }
    }

    @Test("what was written by the rules is read back as it was", arguments: 0..<8)
    func roundTrip(_ seed: UInt64) throws {
        var random = Seeded(state: seed)
        let letters = ["a", "7", " ", ",", "\"", "\n", "\r\n", "é", "."]
        for _ in 0..<100 {
            let records = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                (0..<Int.random(in: 1...5, using: &random)).map { _ in
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in
                        letters[Int.random(in: 0..<letters.count, using: &random)]
                    }.joined()
                }
            }
            let text = records.map { fields in
                fields.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\r\n"
            }.joined()
            var reader = CSVReader(text: text, file: "x.csv")
            var read: [[String]] = []
            while let record = try reader.next() { read.append(record.fields.map(\.text)) }
            #expect(read == records)
        }
    }
}
