internal import Dates
internal import Foundation
internal import Metrics
internal import Notebooks

/// A workbook taken apart with the system's `unzip`.
public struct ReadWorkbook {
    private static let unzip = "/usr/bin/unzip"
    /// Whether workbooks can be read here.
    public static var canRead: Bool { FileManager.default.isExecutableFile(atPath: unzip) }

    /// One cell: its stored value, its number format's code, its formula.
    public struct Cell: Equatable, Sendable {
        /// The stored value; of a text its words.
        public var value = ""
        /// Whether it is a text.
        public var isText = false
        /// The code of its number format.
        public var code = "General"
        /// Its formula; nil for none.
        public var formula: String?

        /// A cell as it is stored.
        public init(value: String = "", isText: Bool = false, code: String = "General", formula: String? = nil) {
            self.value = value
            self.isText = isText
            self.code = code
            self.formula = formula
        }

        /// What a reader sees.
        public var shown: String {
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

    /// A part of the file that is not well-formed XML.
    struct NotWellFormed: Error {
        let part: String
    }

    /// The sheets' names, in their order.
    public let sheetNames: [String]
    /// Each sheet's cells by name.
    public let sheets: [[String: Cell]]
    private let path: String

    /// Reads the workbook at a path.
    public init(_ path: String) throws {
        self.path = path
        let strings = try Self.texts(Self.part("xl/sharedStrings.xml", of: path), element: "si")
        let codes = try Self.codes(Self.part("xl/styles.xml", of: path))
        var names: [String] = []
        let walk = XMLWalk()
        walk.start = { name, attributes in if name == "sheet" { names.append(attributes["name"] ?? "") } }
        guard walk.run(Self.part("xl/workbook.xml", of: path)) else { throw NotWellFormed(part: "xl/workbook.xml") }
        sheetNames = names
        sheets = try names.indices.map { index in
            try Self.cells(Self.part("xl/worksheets/sheet\(index + 1).xml", of: path), strings: strings, codes: codes)
        }
    }

    /// A part of the file as text; empty where there is none.
    private static func part(_ name: String, of path: String) -> String {
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

    /// A part of the file as text; empty where there is none.
    public func part(_ name: String) -> String { Self.part(name, of: path) }

    /// The number of a cell's look in the style sheet; empty where there is no such cell.
    public func style(_ place: String, sheet: Int) -> Substring {
        let xml = part("xl/worksheets/sheet\(sheet + 1).xml")
        guard let start = xml.firstRange(of: "<c r=\"\(place)\" s=\"")?.upperBound else { return "" }
        return xml[start...].prefix { $0.isNumber }
    }

    /// The tables of a sheet from top to bottom: heads and rows as a reader sees them, under the highest of the cells
    /// above that no blank row parts from the heads.
    public func tables(_ sheet: Int) -> [ReadTable] {
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
    public func table(_ sheet: Int) -> ReadTable { tables(sheet).first ?? ReadTable(title: "", heads: [], rows: []) }

    private func title(above row: Int, in cells: [String: Cell]) -> String {
        var top = row
        while top > 0, cells[CellName.of(top - 1, 0)]?.value.isEmpty == false { top -= 1 }
        return plain(cells[CellName.of(top, 0)]?.value ?? "")
    }

    /// The cells of a sheet's tables.
    public func tableRanges(_ sheet: Int) -> [(first: (row: Int, column: Int), last: (row: Int, column: Int))] {
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

    private static func texts(_ xml: String, element: String) throws -> [String] {
        var result: [String] = []
        var words = ""
        let walk = XMLWalk()
        walk.start = { name, _ in if name == element { words = "" } }
        walk.text = { words += $0 }
        walk.end = { name in if name == element { result.append(words.replacing(#/_x00[0-9A-F]{2}_/#, with: "")) } }
        guard walk.run(xml) else { throw NotWellFormed(part: "xl/sharedStrings.xml") }
        return result
    }

    private static func codes(_ xml: String) throws -> [String] {
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
        guard walk.run(xml) else { throw NotWellFormed(part: "xl/styles.xml") }
        return result
    }

    private static func cells(_ xml: String, strings: [String], codes: [String]) throws -> [String: Cell] {
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
        guard walk.run(xml) else { throw NotWellFormed(part: "xl/worksheets") }
        return result
    }

    /// Every cell that holds something, a line each: name, number format, stored value, formula.
    public var dump: String {
        var lines: [String] = []
        for (name, cells) in zip(sheetNames, sheets) {
            lines.append("== \(name)")
            let sorted = cells.sorted { CellName.order($0.key) < CellName.order($1.key) }
            for (place, cell) in sorted where !cell.value.isEmpty || cell.formula != nil {
                let kind = cell.isText ? "text" : cell.code
                lines.append("\(place)\t\(kind)\t\(plain(cell.value))" + (cell.formula.map { "\t=\($0)" } ?? ""))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
