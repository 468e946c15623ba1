@testable import Archive
import Foundation
import Testing

/// Whatever stands where the archive's files should be: faults and errors, never a crash.
@Suite struct RandomBytesTests {
    private static func desk() throws -> Desk {
        let desk = Desk()
        try desk.publish(Desk.draft("2026-07-30"))
        try desk.publish(Desk.draft("2026-07-31", outcome: Outcome(title: "t", headline: "h", share: 0.25)))
        return desk
    }

    @Test("Log, HEAD, note and manifest with bytes changed, doubled, taken out and put in", arguments: 1...4)
    func mutated(seed: UInt64) throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        var state = seed
        func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }
        let names = ["log.jsonl", "HEAD", "2026/07-30/daily/r1/manifest.json"]
        let whole = try names.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: desk.path($0)))) }
        for _ in 0..<60 {
            let which = roll(names.count)
            var bytes = whole[which]
            for _ in 0...roll(3) {
                let place = roll(bytes.count)
                switch roll(4) {
                case 0: bytes[place] = UInt8(roll(256))
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + roll(40)))
                case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 1 + roll(40))], at: place)
                default: bytes.insert(UInt8(roll(256)), at: place)
                }
                if bytes.isEmpty { bytes = [0] }
            }
            let isChanged = bytes != whole[which]
            try Data(bytes).write(to: URL(fileURLWithPath: desk.path(names[which])))
            #expect(try desk.archive.verify().isEmpty != isChanged)
            _ = try? desk.archive.history()
            // A note of what never was is refused or thrown away, and changes nothing that was published.
            try Data(bytes).write(to: URL(fileURLWithPath: desk.path(".publishing")))
            _ = try? desk.archive.recover()
            try? FileManager.default.removeItem(atPath: desk.path(".publishing"))
            for (name, bytes) in zip(names, whole) { try Data(bytes).write(to: URL(fileURLWithPath: desk.path(name))) }
            #expect(try desk.archive.verify() == [])
        }
    }

    @Test("A line is read back as it was written, whatever words stand in it")
    func lines() throws {
        var state: UInt64 = 11
        let scalars: [Unicode.Scalar] = [
            "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{7F}", "\u{2028}", "é", "𝛉", "a", "{", "}", ":", ",",
        ]
        func words() -> String {
            var words = String.UnicodeScalarView()
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                words.append(scalars[Int(state >> 33) % scalars.count])
            }
            return String(words)
        }
        for number in 1...200 {
            let run = Run(
                sequence: number, time: Desk.draft("2026-07-31").started,
                place: try place("2026/07-31/daily/r\(number)"),
                asOf: Desk.draft("2026-07-31").asOf, supersedes: number == 1 ? nil : try place("2026/07-31/daily/r1"),
                reason: words(), inputID: words(), manifest: words(), files: [words()],
                outcome: Outcome(
                    title: words(), headline: words(), decision: words(), verdict: words(), share: Double(number) / 7,
                    failed: number, unknown: 0), warnings: 3, previous: words())
            let line = try LogRecord.run(run).line()
            #expect(!line.contains(10))
            #expect(try LogRecord(line: line) == .run(run))
            #expect(try Log(line + [10]).outline().places == [run.place])
        }
    }
}
