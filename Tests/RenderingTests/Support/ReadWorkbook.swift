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

    /// Writes the workbook of a document, and reads it back before its folder is removed.
    static func with(_ document: Document, _ use: (ReadWorkbook) throws -> Void) throws {
        let folder = try Folder()
        try WorkbookRenderer.write(document, to: folder.path("report.xlsx"))
        try use(ReadWorkbook(folder.path("report.xlsx")))
    }

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

    /// The number of a cell's look in the style sheet; empty where there is no such cell.
    func style(_ place: String, sheet: Int) -> Substring {
        let xml = part("xl/worksheets/sheet\(sheet + 1).xml")
        guard let start = xml.firstRange(of: "<c r=\"\(place)\" s=\"")?.upperBound else { return "" }
        return xml[start...].prefix { $0.isNumber }
    }

    /// The tables of a sheet from top to bottom: heads and rows as a reader sees them, under the highest of the cells
    /// above that no blank row parts from the heads.
    func tables(_ sheet: Int) -> [ReadTable] {
        let cells = sheets[sheet]
        return tableRanges(sheet).map { range in
            let rows = (range.first.row...range.last.row).map { row in
                (range.first.column...range.last.column).map { cells[CellName.of(row, $0)]?.shown ?? "" }
            }
            return ReadTable(
                title: title(above: range.first.row, in: cells), heads: rows[0], rows: Array(rows.dropFirst()))
        }
    }

    /// The only table of a sheet.
    func table(_ sheet: Int) -> ReadTable { tables(sheet).first ?? ReadTable(title: "", heads: [], rows: []) }

    private func title(above row: Int, in cells: [String: Cell]) -> String {
        var top = row
        while top > 0, cells[CellName.of(top - 1, 0)]?.value.isEmpty == false { top -= 1 }
        return plain(cells[CellName.of(top, 0)]?.value ?? "")
    }

    /// The cells of a sheet's tables.
    func tableRanges(_ sheet: Int) -> [(first: (row: Int, column: Int), last: (row: Int, column: Int))] {
        let relations = part("xl/worksheets/_rels/sheet\(sheet + 1).xml.rels")
        return relations.matches(of: #/Target="\.\.\/tables\/(table\d+\.xml)"/#).compactMap { match in
            let xml = part("xl/tables/\(match.1)")
            guard let range = xml.firstMatch(of: #/ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/#) else { return nil }
            return (
                (Int(range.2).map { $0 - 1 } ?? 0, CellName.column(String(range.1))),
                (Int(range.4).map { $0 - 1 } ?? 0, CellName.column(String(range.3)))
            )
        }.sorted { $0.first.row < $1.first.row }
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

/// Names of cells, as a workbook writes them.
enum CellName {
    static func of(_ row: Int, _ column: Int) -> String {
        let letter = { (number: Int) in String(UnicodeScalar(UInt8(65 + number))) }
        return (column < 26 ? letter(column) : letter(column / 26 - 1) + letter(column % 26)) + "\(row + 1)"
    }

    static func column(_ letters: String) -> Int {
        letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
    }
}
