import Dates
import Foundation
import Metrics
import Notebooks
import Testing

@testable import Rendering

/// A workbook taken apart with the system's `unzip`.
struct ReadWorkbook {
    static let unzip = "/usr/bin/unzip"
    static var canRead: Bool { FileManager.default.isExecutableFile(atPath: unzip) }

    /// One cell: its stored value, its number format's code, its formula.
    struct Cell: Equatable {
        var value = ""
        var isText = false
        var code = "General"
        var formula: String?

        /// What a reader sees.
        var shown: String {
            if isText || value.isEmpty { return plain(value) }
            let format = ValueFormat.allCases.first { $0.excelNumberFormat == code } ?? .text
            guard let number = Double(value) else { return value }
            switch format {
            case .date: return Day(daysSince1970: Int(number) - 25_569).iso
            case .time:
                let minute = Int((number * 1440).rounded())
                let clock = String(10_000 + minute % 1440 / 60 * 100 + minute % 60).dropFirst()
                return "\(Day(daysSince1970: minute / 1440 - 25_569).iso) \(clock.prefix(2)):\(clock.suffix(2))"
            default: return format.text(.number(number))
            }
        }
    }

    let sheetNames: [String]
    let sheets: [[String: Cell]]
    let path: String

    init(_ path: String) throws {
        self.path = path
        let strings = Self.texts(Self.part("xl/sharedStrings.xml", of: path), element: "si")
        let codes = Self.codes(Self.part("xl/styles.xml", of: path))
        var names: [String] = []
        let walk = XMLWalk()
        walk.start = { name, attributes in if name == "sheet" { names.append(attributes["name"] ?? "") } }
        #expect(walk.run(Self.part("xl/workbook.xml", of: path)))
        sheetNames = names
        sheets = names.indices.map { index in
            Self.cells(Self.part("xl/worksheets/sheet\(index + 1).xml", of: path), strings: strings, codes: codes)
        }
    }

    /// A part of the file as text; empty where there is none.
    static func part(_ name: String, of path: String) -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: unzip)
        process.arguments = ["-p", path, name]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return "" }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    func part(_ name: String) -> String { Self.part(name, of: path) }

    /// The table of a sheet: its title, and the rows from the head on.
    func table(_ sheet: Int) -> ReadTable {
        let cells = sheets[sheet]
        var rows: [[String]] = []
        var number = 4
        while cells["A\(number)"] != nil || cells["B\(number)"] != nil {
            var row: [String] = []
            while let cell = cells["\(Sheet.letters(UInt16(row.count)))\(number)"]
                ?? (row.count < (rows.first?.count ?? 0) ? Cell() : nil)
            {
                row.append(cell.shown)
            }
            rows.append(row)
            number += 1
        }
        return ReadTable(
            title: plain(cells["A1"]?.value ?? ""), heads: rows.first ?? [], rows: Array(rows.dropFirst()))
    }

    private static func texts(_ xml: String, element: String) -> [String] {
        var result: [String] = []
        var words = ""
        let walk = XMLWalk()
        walk.start = { name, _ in if name == element { words = "" } }
        walk.text = { words += $0 }
        walk.end = { name in if name == element { result.append(words.replacing(#/_x00[0-9A-F]{2}_/#, with: "")) } }
        #expect(walk.run(xml))
        return result
    }

    private static func codes(_ xml: String) -> [String] {
        // ECMA-376 part 1, 18.8.30: identifiers of built-in number formats.
        var known = ["0": "General", "3": "#,##0", "4": "#,##0.00"]
        var result: [String] = []
        var isInside = false
        let walk = XMLWalk()
        walk.start = { name, attributes in
            if name == "numFmt" { known[attributes["numFmtId"] ?? ""] = attributes["formatCode"] }
            if name == "cellXfs" { isInside = true }
            if name == "xf", isInside { result.append(known[attributes["numFmtId"] ?? ""] ?? "unknown") }
        }
        walk.end = { name in if name == "cellXfs" { isInside = false } }
        #expect(walk.run(xml))
        return result
    }

    private static func cells(_ xml: String, strings: [String], codes: [String]) -> [String: Cell] {
        var result: [String: Cell] = [:]
        var place = ""
        var cell = Cell()
        var words = ""
        let walk = XMLWalk()
        walk.start = { name, attributes in
            words = ""
            guard name == "c" else { return }
            place = attributes["r"] ?? ""
            cell = Cell(isText: attributes["t"] == "s", code: codes[Int(attributes["s"] ?? "0") ?? 0])
        }
        walk.text = { words += $0 }
        walk.end = { name in
            switch name {
            case "v": cell.value = cell.isText ? strings[Int(words) ?? 0] : words
            case "f": cell.formula = words
            case "c": result[place] = cell
            default: break
            }
        }
        #expect(walk.run(xml))
        return result
    }
}
