import Foundation
import Notebooks
import Testing

@Suite("Templates are found in a directory")
struct TemplateCatalogueTests {
    private func withDirectory(_ files: [String: Data], _ body: (String) throws -> Void) throws {
        let directory = NSTemporaryDirectory() + "templates-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        for (name, data) in files { try data.write(to: URL(fileURLWithPath: "\(directory)/\(name)")) }
        try body(directory)
    }

    @Test("Markdown files by name, in order, with their faults; nothing else")
    func templates() throws {
        let good = Data("---\ntitle: T\nkind: k\n---\n".utf8)
        try withDirectory([
            "b.md": good, "a.md": Data("none".utf8), "c.txt": good, ".d.md": good, "e.md~": good,
        ]) { directory in
            for path in [directory, directory + "/"] {
                let catalogue = try TemplateCatalogue(directory: path)
                #expect(catalogue.templates.map(\.name) == ["a", "b"])
                #expect(catalogue.templates.map(\.template.faults.count) == [1, 0])
                #expect(try catalogue.template(named: "b").file == "\(directory)/b.md")
            }
            let error = #expect(throws: TemplateCatalogue.LoadError.self) {
                try TemplateCatalogue(directory: directory).template(named: "bb")
            }
            #expect(
                error?.description == "\(directory): there is no template 'bb'. Did you mean 'b'? There are: a, b.")
        }
    }

    @Test("a directory that is not there and a file that is not text are errors with their path")
    func unreadable() throws {
        #expect(throws: TemplateCatalogue.LoadError.directory(path: "/nowhere/templates")) {
            try TemplateCatalogue(directory: "/nowhere/templates")
        }
        #expect(
            TemplateCatalogue.LoadError.directory(path: "x").description
                == "x: this directory of templates cannot be read.")
        try withDirectory(["a.md": Data([0xFF, 0xFE, 0x00])]) { directory in
            let error = #expect(throws: TemplateCatalogue.LoadError.self) {
                try TemplateCatalogue(directory: directory)
            }
            #expect(error?.description == "\(directory)/a.md: this template cannot be read as UTF-8 text.")
        }
    }
}
