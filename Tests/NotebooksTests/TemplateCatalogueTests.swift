import Foundation
import Testing

@testable import Notebooks

@Suite("Templates are found in a directory")
struct TemplateCatalogueTests {
    private func withDirectory(_ files: [String: Data], _ body: (String) throws -> Void) throws {
        let directory = NSTemporaryDirectory() + "templates-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        for (name, data) in files {
            let file = URL(fileURLWithPath: "\(directory)/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
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
                #expect(catalogue.names == ["a", "b"])
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

    @Test("a directory that is not there is an error with its path")
    func noDirectory() throws {
        #expect(throws: TemplateCatalogue.LoadError.directory(path: "/nowhere/templates")) {
            try TemplateCatalogue(directory: "/nowhere/templates")
        }
        #expect(
            TemplateCatalogue.LoadError.directory(path: "x").description
                == "x: this directory of templates cannot be read.")
    }

    @Test("what cannot be read has faults of its own, keeps nobody waiting, and hides no other template")
    func unreadable() throws {
        try withDirectory([
            "bytes.md": Data([0xFF, 0xFE, 0x00]), "folder.md/x": Data(), "good.md": template(""),
            "latin.md": template("Plain.\nf\u{FC}r ") + Data([0x66, 0xFC, 0x72]),
        ]) { directory in
            mkfifo("\(directory)/pipe.md", 0o600)
            symlink("nowhere", "\(directory)/link.md")
            // A name that is no UTF-8, as a file has it that came from elsewhere.
            let name = Array("\(directory)/".utf8CString.dropLast()) + [0x66, -4, 0x72, 0x2E, 0x6D, 0x64, 0]
            #expect(creat(name, 0o600) >= 0)
            let catalogue = try TemplateCatalogue(directory: directory)
            let faults = catalogue.templates.flatMap { $0.template.faults.map(\.description) }
            let expected = """
                bytes.md:1:1: this template cannot be read: it is not UTF-8 text from here on. Save it as UTF-8.
                folder.md:1:1: this template cannot be read: it is a folder.
                f\u{FFFD}r.md:1:1: this template cannot be read: its name is not UTF-8. Rename it.
                latin.md:6:6: this template cannot be read: it is not UTF-8 text from here on. Save it as UTF-8.
                link.md:1:1: this template cannot be read: there is no such file.
                pipe.md:1:1: this template cannot be read: it is a pipe, and only a regular file is read here.
                """
            #expect(faults.map { $0.replacing("\(directory)/", with: "") } == expected.components(separatedBy: "\n"))
            #expect(try catalogue.template(named: "good").faults == [])
            #expect(try catalogue.template(named: "pipe").faults.count == 1)
        }
    }

    @Test("where a partial does not exist, nothing is listed that lies behind a link")
    func linkedFolders() throws {
        try withDirectory(["secret.md": Data("Secret.".utf8)]) { outside in
            try withDirectory(["t.md": template("```include p/none\n```\n"), "p/in.md": Data("In.".utf8)]) {
                directory in
                try FileManager.default.createSymbolicLink(
                    atPath: "\(directory)/linked", withDestinationPath: outside)
                let found = try faults(directory)
                #expect(
                    found == [
                        "\(directory)/t.md:5:12: there is no partial 'p/none'. There are: p/in."
                    ])
            }
        }
    }

    /// A template with this body.
    private func template(_ body: String) -> Data { Data("---\ntitle: T\nkind: k\n---\n\(body)".utf8) }

    /// The faults of the template `t` of a directory.
    private func faults(_ directory: String) throws -> [String] {
        try TemplateCatalogue(directory: directory).template(named: "t").faults.map(\.description)
    }

    @Test("partials in folders below are spliced and are no templates themselves")
    func partials() throws {
        try withDirectory([
            "t.md": template("```include partials/deep/one\n```\n"), "partials/deep/one.md": Data("One {{ }}".utf8),
        ]) { directory in
            let catalogue = try TemplateCatalogue(directory: directory + "/")
            #expect(catalogue.templates.map(\.name) == ["t"])
            let found = try faults(directory)
            #expect(
                found == [
                    "\(directory)/partials/deep/one.md:1:5: '{{ }}' is not a value. Write {{ name }}, {{ cell.column }} or "
                        + "{{ name | format }}."
                ])
        }
    }

    @Test("a partial that is not there: those that are")
    func missingPartial() throws {
        try withDirectory([
            "t.md": template("```include partials/oen\n```\n"), "partials/one.md": Data(), "partials/a/b.md": Data(),
            "partials/x.txt": Data(), "partials/.h.md": Data(), "u.md": template(""), "a/b/c/d/e/f.md": Data(),
        ]) { directory in
            let found = try faults(directory)
            #expect(
                found == [
                    "\(directory)/t.md:5:12: there is no partial 'partials/oen'. Did you mean 'partials/one'? There are: "
                        + "partials/a/b, partials/one."
                ])
        }
    }

    @Test("a template is no partial of another one")
    func templateAsPartial() throws {
        try withDirectory(["t.md": template("```include u\n```\n"), "u.md": template("")]) { directory in
            let found = try faults(directory)
            #expect(
                found == [
                    "\(directory)/t.md:5:12: 'u' begins with a head, which a partial does not have."
                ])
        }
    }

    @Test("links that lead out of the folder are not followed, those within are")
    func links() throws {
        try withDirectory(["secret.md": Data("Secret.".utf8)]) { outside in
            try withDirectory([
                "t.md": template("```include p/out\n```\n```include p/within\n```\n```include linked/secret\n```\n"),
                "p/in.md": Data("In.".utf8),
            ]) { directory in
                let files = FileManager.default
                try files.createSymbolicLink(
                    atPath: "\(directory)/p/out.md", withDestinationPath: "\(outside)/secret.md")
                try files.createSymbolicLink(atPath: "\(directory)/p/within.md", withDestinationPath: "in.md")
                try files.createSymbolicLink(atPath: "\(directory)/linked", withDestinationPath: outside)
                let reason = "is not read: it lies outside the folder of templates."
                let found = try faults(directory)
                #expect(
                    found == [
                        "\(directory)/t.md:5:12: the partial 'p/out' \(reason)",
                        "\(directory)/t.md:9:12: the partial 'linked/secret' \(reason)",
                    ])
                // The folder itself may be reached by a link.
                let link = outside + "/templates"
                try files.createSymbolicLink(atPath: link, withDestinationPath: directory)
                let linked = try faults(link)
                #expect(linked.count == 2)
            }
        }
    }

    @Test("what is no readable file of a bounded size is refused")
    func unreadablePartials() throws {
        try withDirectory([
            "t.md": template(
                "```include p/folder\n```\n```include p/bytes\n```\n```include p/big\n```\n```include p/pipe\n```\n"
                    + "```include p/link\n```\n"),
            "p/folder.md/x.md": Data(), "p/bytes.md": Data([0xFF]), "p/big.md": Data(count: 262_145),
        ]) { directory in
            mkfifo("\(directory)/p/pipe.md", 0o600)
            symlink("nowhere", "\(directory)/p/link.md")
            let found = try faults(directory)
            #expect(
                found == [
                    "\(directory)/t.md:5:12: the partial 'p/folder' is not read: it is no file.",
                    "\(directory)/t.md:7:12: the partial 'p/bytes' is not read: it cannot be read as UTF-8 text.",
                    "\(directory)/t.md:9:12: the partial 'p/big' is not read: it has more than 262144 bytes.",
                    "\(directory)/t.md:11:12: the partial 'p/pipe' is not read: it is no file.",
                    "\(directory)/t.md:13:12: the partial 'p/link' is not read: it is a link that leads nowhere.",
                ])
        }
    }

    @Test("what the system does not let be read is refused in its words")
    func forbiddenPartial() async {
        // In a process of its own, which gives up root's eyes where it has them.
        await #expect(processExitsWith: .success) {
            let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
            try FileManager.default.createDirectory(atPath: "\(root)/p", withIntermediateDirectories: true)
            try Data("words".utf8).write(to: URL(fileURLWithPath: "\(root)/p/mine.md"))
            chmod("\(root)/p/mine.md", 0)
            if geteuid() == 0 { try #require(seteuid(65_534) == 0) }
            let found = PartialFolder(root: root).partial("p/mine")
            if getuid() == 0 { try #require(seteuid(0) == 0) }
            try FileManager.default.removeItem(atPath: root)
            try #require(
                found
                    == .refused(
                        reason:
                            "it cannot be read: permission denied; check the permissions of the file and its folder"))
        }
    }

    @Test("of a template beyond all bounds no more than the bound is read")
    func bigTemplate() throws {
        try withDirectory(["t.md": Data(repeating: 0x78, count: 3_000_000)]) { directory in
            let found = try faults(directory)
            #expect(
                found == [
                    "\(directory)/t.md:1:1: the template has more than 262144 bytes, which are not read."
                ])
        }
    }
}
