import Foundation
import Input
import Testing

@Suite("Reading CSV records")
struct CSVReaderTests {
    /// A text and the fields of the records in it.
    struct Sample: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let records: [[String]]
    }

    /// RFC 4180, section 2, rules 1 to 7, and what is tolerated beyond it.
    static let samples = [
        Sample(
            testDescription: "rule 1: CRLF ends a record", text: "a,b\r\nc,d\r\n", records: [["a", "b"], ["c", "d"]]),
        Sample(
            testDescription: "rule 2: the last end is optional", text: "a,b\r\nc,d",
            records: [["a", "b"], ["c", "d"]]),
        Sample(testDescription: "rule 4: spaces belong to the field", text: "a, b ,c", records: [["a", " b ", "c"]]),
        Sample(testDescription: "rule 5: quotes around a field", text: "\"a\",b,\"c\"\n", records: [["a", "b", "c"]]),
        Sample(
            testDescription: "rule 6: line ends and commas inside quotes", text: "\"a\r\nb\",\"c,d\"\n",
            records: [["a\r\nb", "c,d"]]),
        Sample(testDescription: "rule 7: a doubled quote stands for one", text: "\"a\"\"b\"\n", records: [["a\"b"]]),
        Sample(testDescription: "empty fields", text: ",,\n\"\",x\n", records: [["", "", ""], ["", "x"]]),
        Sample(testDescription: "LF alone", text: "a\nb\n", records: [["a"], ["b"]]),
        Sample(testDescription: "blank lines are passed over", text: "\n\na\n\r\n\nb\n\n", records: [["a"], ["b"]]),
        Sample(testDescription: "a byte order mark", text: "\u{FEFF}a,b\n", records: [["a", "b"]]),
        Sample(testDescription: "nothing", text: "", records: []),
        Sample(testDescription: "a carriage return at the very end", text: "a\r", records: [["a"]]),
        Sample(testDescription: "letters beyond ASCII", text: "Zoë,Δ,0.15\n", records: [["Zoë", "Δ", "0.15"]]),
    ]

    @Test("a text gives its records", arguments: samples)
    func reads(_ sample: Sample) throws {
        var reader = CSVReader(text: sample.text, file: "x.csv")
        var records: [[String]] = []
        while let record = try reader.next() { records.append(record.fields.map(\.text)) }
        #expect(records == sample.records)
    }

    @Test("a field knows the line and byte where it begins, also behind a field of several lines")
    func positions() throws {
        var reader = CSVReader(text: "ab,\"c\nd\",e\nf\n", file: "x.csv")
        let first = try #require(try reader.next())
        #expect(first.line == 1)
        #expect(first.fields.map(\.line) == [1, 1, 2])
        #expect(first.fields.map(\.column) == [1, 4, 4])
        #expect(try reader.next()?.line == 3)
    }

    /// A faulty text, what is said of it, and the records that are read all the same.
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let error: String
        let rest: [[String]]

        init(_ testDescription: String, _ text: String, _ error: String, rest: [[String]]) {
            self.init(testDescription, bytes: Array(text.utf8), error, rest: rest)
        }

        init(_ testDescription: String, bytes: [UInt8], _ error: String, rest: [[String]]) {
            self.testDescription = testDescription
            self.bytes = bytes
            self.error = error
            self.rest = rest
        }
    }

    static let faults = [
        Fault(
            "a quote inside a plain field", "a\nb\"c,d\ne\n",
            "x.csv:2:2: a quote stands inside a field; quote the whole field and double the quotes in it",
            rest: [["a"], ["e"]]),
        Fault(
            "text after a closing quote", "\"a\"b,c\nd\n",
            "x.csv:1:4: a quote stands inside a field; quote the whole field and double the quotes in it",
            rest: [["d"]]),
        Fault(
            "a quote that never closes", "a\n\"b,c\nd\n",
            "x.csv:2:1: a quoted field begins here and never ends; close it with \"", rest: [["a"], ["d"]]),
        Fault(
            "a carriage return in mid-line", "a\rb\nc\n",
            "x.csv:1:2: a carriage return stands alone; end lines with LF or CRLF", rest: [["c"]]),
        Fault(
            "bytes that are no UTF-8", bytes: Array("a,".utf8) + [0xC3, 0x28] + Array("\nb\n".utf8),
            "x.csv:1:3: is not UTF-8 text; save the file as UTF-8", rest: [["b"]]),
        Fault(
            "a NUL", bytes: [0x61, 0, 0x0A, 0x62], "x.csv:1:1: is not UTF-8 text; save the file as UTF-8",
            rest: [["b"]]),
    ]

    @Test("a fault is told with its place, and reading goes on behind its line", arguments: faults)
    func goesOn(_ fault: Fault) {
        var reader = CSVReader(bytes: fault.bytes, file: "x.csv")
        var records: [[String]] = []
        var errors: [String] = []
        while true {
            do throws(CSVError) {
                guard let record = try reader.next() else { break }
                records.append(record.fields.map(\.text))
            } catch {
                errors.append(error.description)
            }
        }
        #expect(errors == [fault.error])
        #expect(records == fault.rest)
    }

    @Test("the text of a record that was refused is at hand, without the lines that a missing quote has swallowed")
    func refusedText() throws {
        var reader = CSVReader(text: "a\nb,\"c\r\nd,e\nf\"g\nh\n", file: "x.csv")
        #expect(try reader.next()?.fields.map(\.text) == ["a"])
        #expect(throws: CSVError.strayQuote(at: SourcePosition(file: "x.csv", line: 4, column: 3))) {
            try reader.next()
        }
        #expect(reader.refusedText == "b,\"c\r\nd,e\nf\"g")
        #expect(try reader.next()?.fields.map(\.text) == ["h"])

        reader = CSVReader(text: "b,\"c\r\nd,e\n", file: "x.csv")
        #expect(throws: CSVError.unterminatedQuote(at: SourcePosition(file: "x.csv", line: 1, column: 3))) {
            try reader.next()
        }
        #expect(reader.refusedText == "b,\"c")
        let next = try reader.next()
        #expect(next?.fields.map(\.text) == ["d", "e"] && next?.line == 2)
    }

    @Test("what a missing quote has swallowed comes back from a file as well, beyond the pieces in which it is read")
    func swallowed() throws {
        let files = try SpecialFiles()
        defer { files.remove() }
        let count = 20_000
        try files.write("\"open\n" + (1...count).map { "\($0),x\n" }.joined(), "large.csv")
        var reader = try CSVReader(contentsOf: URL(fileURLWithPath: files.path("large.csv")))
        #expect(throws: CSVError.unterminatedQuote(at: SourcePosition(file: "large.csv", line: 1, column: 1))) {
            try reader.next()
        }
        #expect(reader.refusedText == "\"open")
        for number in 1...count {
            let record = try #require(try reader.next())
            guard record.fields[0].text == "\(number)", record.line == number + 1 else {
                Issue.record("line \(record.line) is \(record.fields)")
                return
            }
        }
        #expect(try reader.next() == nil)
    }

    @Test("a file is refused beyond its bound, and one that is none by its kind")
    func bounded() throws {
        let files = try SpecialFiles()
        defer { files.remove() }
        try files.write("a,b\n1,2\n", "file.csv")
        files.pipe("pipe.csv")
        func fault(_ name: String, _ limit: Int = 100, allowing allowance: InputFile.Allowance = .links) -> String? {
            let url = URL(fileURLWithPath: files.path(name))
            return #expect(throws: CSVError.self) {
                _ = try CSVReader(contentsOf: url, limits: .init(fileBytes: limit), allowing: allowance)
            }?.description
        }
        #expect(
            fault("file.csv", 7)
                == "\(files.path("file.csv")): cannot be read: it has 8 bytes, and at most 7 are read; divide it")
        #expect(
            fault("pipe.csv")
                == "\(files.path("pipe.csv")): cannot be read: it is a pipe, and only a regular file is read here")
        let writer = open(files.path("pipe.csv"), O_RDWR)
        defer { close(writer) }
        #expect(write(writer, "a,b\n1,2\n", 8) == 8)
        #expect(
            fault("pipe.csv", 7, allowing: .pipes)
                == "\(files.path("pipe.csv")): cannot be read: it has more than 7 bytes, and at most so many are read; divide it"
        )
    }

    @Test("a record that outgrows the limits is refused, the next one is read")
    func limits() throws {
        let long = String(repeating: "x", count: 50)
        var reader = CSVReader(text: "\(long)\nb\n", file: "x.csv", limits: .init(recordBytes: 20))
        #expect(
            throws: CSVError.tooLarge(
                at: SourcePosition(file: "x.csv", line: 1), what: "the length of a record in bytes", limit: 20)
        ) { try reader.next() }
        #expect(try reader.next()?.fields.map(\.text) == ["b"])

        reader = CSVReader(text: "a,b,c,d\ne\n", file: "x.csv", limits: .init(fields: 3))
        #expect(
            throws: CSVError.tooLarge(
                at: SourcePosition(file: "x.csv", line: 1), what: "the number of fields", limit: 3)
        ) { try reader.next() }
        #expect(try reader.next()?.fields.map(\.text) == ["e"])
    }

    @Test("blank lines do not count towards the length of a record")
    func blankLines() throws {
        var reader = CSVReader(
            text: String(repeating: "\n", count: 100) + "a\n", file: "x.csv", limits: .init(recordBytes: 20))
        #expect(try reader.next()?.line == 101)
    }

    @Test("a file is read in pieces: fields across the 64 KiB boundary stay whole")
    func pieces() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "csv-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appending(path: "large.csv")
        let count = 40_000
        let text = (0..<count).map { "\($0),\"line \($0)\nand \"\"more\"\"\"\r\n" }.joined()
        try Data(text.utf8).write(to: url)

        var reader = try CSVReader(contentsOf: url)
        #expect(reader.file == "large.csv")
        for index in 0..<count {
            let record = try #require(try reader.next())
            #expect(record.line == 1 + 2 * index)
            #expect(record.fields.map(\.text) == ["\(index)", "line \(index)\nand \"more\""])
        }
        #expect(try reader.next() == nil)
    }

    @Test("a file that is not there, and a folder, are told apart")
    func unreadable() {
        let folder = FileManager.default.temporaryDirectory
        let absent = folder.appending(path: "no-such-\(UUID().uuidString).csv")
        #expect(throws: CSVError.unreadable(file: absent.path, reason: "there is no such file")) {
            try CSVReader(contentsOf: absent)
        }
        #expect(throws: CSVError.unreadable(file: folder.path, reason: "it is a folder")) {
            try CSVReader(contentsOf: folder)
        }
    }
}
