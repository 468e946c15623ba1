import Foundation
import Mathematics
import Notebooks
import ReportReading
import Testing

@testable import Rendering

@Suite struct WorkbookDoorTests {
    /// Writes on one sheet of a workbook, and closes it; gives the error, if there was one, and whether there is a file.
    private func write(_ work: (Workbook, Sheet) throws -> Void) throws -> (error: WorkbookError?, hasFile: Bool) {
        let folder = try Folder()
        let path = folder.path("book.xlsx")
        do {
            let workbook = try Workbook(path: path)
            try work(workbook, workbook.addSheet("S"))
            try workbook.close()
            return (nil, FileManager.default.fileExists(atPath: path))
        } catch let error as WorkbookError {
            return (error, FileManager.default.fileExists(atPath: path))
        }
    }

    private func faults(_ work: (Workbook, Sheet) throws -> Void) throws -> [String] {
        let result = try write(work)
        #expect(!result.hasFile, "a file was left")
        guard case .invalid(let faults) = result.error else { return ["\(String(describing: result.error))"] }
        return faults.map(\.description)
    }

    @Test("A sound sheet is written")
    func sound() throws {
        let result = try write { workbook, sheet in
            try sheet.write("words", Cell(0, 0), CellStyle())
            try sheet.write(1, Cell(1, 0), workbook.format(CellStyle()))
            try sheet.write(formula: "=A2+1", result: 2, Cell(2, 0), workbook.format(CellStyle()))
        }
        #expect(result.error == nil && result.hasFile)
    }

    @Test("What the library would write, or overrun its memory with, never reaches it, and there is no file")
    func faults() throws {
        #expect(
            try faults { workbook, sheet in
                let format = try workbook.format(CellStyle())
                try sheet.write(.nan, Cell(0, 0), format)
                try sheet.write(-.infinity, Cell(1, 0), format)
                try sheet.write(formula: "", result: 0, Cell(2, 0), format)
                try sheet.write(formula: "=1/0", result: .infinity, Cell(3, 0), format)
                try sheet.mark(CellRange(Cell(0, 0), Cell(1, 0)), where: "", MarkStyle(tone: .bad))
                try sheet.setHeight(410, row: 0)
                try sheet.setWidth(.nan, columns: 0...0)
            } == [
                "sheet 'S', cell A1: its number is nan", "sheet 'S', cell A2: its number is -inf",
                "sheet 'S', row 1: its height is 410.0 points; 0 to 409 are allowed",
                "sheet 'S', column A: its width is nan letters; 0 to 255 are allowed",
                "sheet 'S', cell A3: there is no formula in ''", "sheet 'S', cell A4: its stored result is inf",
                "sheet 'S', a rule of A1:A2: there is no formula in ''",
            ])
    }

    @Test(
        "Tables that overlap or have heads alike, a link to no cell and a chart without series are refused before the file"
    )
    func structure() throws {
        #expect(
            try faults { workbook, sheet in
                let look = try workbook.format(CellStyle())
                let range = CellRange(Cell(0, 0), Cell(2, 1))
                try sheet.addTable(
                    .init(name: "a", range: range, heads: ["X", "x"]), looks: [look, look], hasFilter: true)
                try sheet.addTable(
                    .init(name: "b", range: range, heads: ["X", "Y"]), looks: [look, look], hasFilter: true)
                try sheet.write(link: "words", to: LinkTarget(sheet, Cell(-1, 0)), across: 3...3, row: 0, CellStyle())
                try sheet.add(
                    NativeChart(
                        contents: .init(place: Cell(0, 5), title: "C", alternative: "A", series: []), kind: .line,
                        looks: []))
                try sheet.write("over nothing", across: 4...20_000, row: 5, CellStyle())
                try sheet.setPage(.init(header: String(repeating: "x", count: 300)))
            }.sorted() == [
                "sheet 'S', chart 'C': it has 0 series; 1 to 255 are allowed",
                "sheet 'S', merged cells E6:ACOG6: they are not on a sheet",
                "sheet 'S', page: the header has 300 characters and 255 are the most",
                "sheet 'S', table 'a': the head 'x' stands twice",
                "sheet 'S', table 'b': its cells A1:B3 overlap those of 'a', A1:B3",
                "sheet 'S', the link in cell D1: it is not on a sheet or leads outside of one",
            ])
    }

    @Test("An answer of the library is looked at: cells that no sheet has are refused")
    func answers() throws {
        let result = try write { _, sheet in try sheet.write("x", Cell(2_000_000, 0), CellStyle()) }
        guard case .refused(let step, let reason) = result.error else {
            Issue.record("\(String(describing: result.error))")
            return
        }
        #expect(step.hasPrefix("the cell in row 2000001") && reason.contains("range") && !result.hasFile)
    }

    @Test("Where the temporary files of the parts cannot be written to their ends, the workbook that they give is none")
    func brokenParts() async throws {
        let folder = try Folder()
        // A sheet of the same row over and over: two megabytes to be packed, some tens of kilobytes when it is.
        await #expect(processExitsWith: .exitCode(3)) { [path = folder.path("book.xlsx") as String] in
            signal(SIGXFSZ, SIG_IGN)
            func write() throws {
                let workbook = try Workbook(path: path)
                let sheet = try workbook.addSheet("S")
                for row in 0..<10_000 {
                    for column in 0..<5 { try sheet.write("the same words", Cell(row, column), CellStyle()) }
                }
                try workbook.close()
            }
            do {
                try write()
                var limits = rlimit(rlim_cur: 1_000_000, rlim_max: 1_000_000)
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits)
                try write()
            } catch {
                let isGone = !FileManager.default.fileExists(atPath: path)
                _exit(error as? WorkbookError == .cannotCreate(path: path) && isGone ? 3 : 2)
            }
            _exit(1)
        }
    }

    @Test("A file is a whole workbook or none, whatever stands in it")
    func parts() throws {
        let folder = try Folder()
        let path = folder.path("book.xlsx")
        try WorkbookRenderer.write(Sample.document, to: path)
        #expect(WorkbookParts.areWhole(path))
        #expect(!WorkbookParts.areWhole(folder.path("none.xlsx")))
        let good = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        var random = RandomSource(seed: 5, stream: "directory")
        for size in [0, 21, 22, 100, good.count / 2, good.count - 1] {
            try Data(good.prefix(size)).write(to: URL(fileURLWithPath: path))
            #expect(!WorkbookParts.areWhole(path), "\(size) bytes")
        }
        // Whatever the directory says, nothing beyond the file is read.
        for _ in 0..<300 {
            var bytes = good
            for _ in 0..<4 { bytes[bytes.count - 1 - random.index(below: 2_000)] = 0xFF }
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            _ = WorkbookParts.areWhole(path)
        }
    }

    @Test("Where the file cannot be written to its end, there is none")
    func halfWritten() throws {
        let folder = try Folder()
        let workbook = try Workbook(path: folder.path("none/book.xlsx"))
        _ = try workbook.addSheet("S")
        #expect(throws: WorkbookError.self) { try workbook.close() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    @Test("Names of properties are given once, and long texts are cut to what a property holds")
    func properties() throws {
        let workbook = try Workbook(path: "never-written.xlsx")
        try workbook.setProperty("Input id", "a")
        try workbook.setProperty("INPUT ID", "b")
        try workbook.setProperty("", "c")
        try workbook.setProperty("Long", String(repeating: "x", count: 400))
        #expect(workbook.contents.properties.map(\.text.count) == [1, 255])
    }

    @Test(
        "Numbers are written with a point in a process that some library has set to German",
        .enabled(if: German.canBe, "needs localedef and the sources of de_DE"))
    func german() async {
        await #expect(processExitsWith: .success) {
            let folder = try Folder()
            try WorkbookRenderer.write(Desk.document, to: folder.path("plain.xlsx"))
            try German.begin(in: folder)
            try WorkbookRenderer.write(Desk.document, to: folder.path("german.xlsx"))
            // The guard lasts no longer than the writing.
            try #require(String(cString: localeconv().pointee.decimal_point) == ",")
            let plain = try Data(contentsOf: URL(fileURLWithPath: folder.path("plain.xlsx")))
            let german = try Data(contentsOf: URL(fileURLWithPath: folder.path("german.xlsx")))
            try #require(plain == german)
        }
    }
}
