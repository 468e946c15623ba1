import Foundation
import NIOHTTP1
import Testing

@testable import Serving

/// A folder of reports with a secret beside it.
final class Archive: Sendable {
    let root: String
    private let parent: String

    init() throws {
        parent = FileManager.default.temporaryDirectory.appendingPathComponent("site-\(UUID().uuidString)").path
        root = parent + "/reports"
        let files = FileManager.default
        try files.createDirectory(atPath: root + "/2026/W31/weekly/r1/charts", withIntermediateDirectories: true)
        for (name, text) in [
            ("index.html", "<h1>all</h1>"), ("log.jsonl", "{}\n"), ("HEAD", "head"), (".staging", "half"),
            ("2026/W31/weekly/r1/index.html", "<h1>W31</h1>"), ("2026/W31/weekly/r1/report.md", "# W31"),
            ("2026/W31/weekly/r1/report.xlsx", "0123456789"), ("2026/W31/weekly/r1/charts/p&l growth.svg", "<svg/>"),
        ] {
            try text.write(toFile: "\(root)/\(name)", atomically: false, encoding: .utf8)
        }
        try "password".write(toFile: parent + "/secret.txt", atomically: false, encoding: .utf8)
        try files.createSymbolicLink(atPath: root + "/out.txt", withDestinationPath: parent + "/secret.txt")
        try files.createSymbolicLink(atPath: root + "/outside", withDestinationPath: parent)
        try files.createSymbolicLink(atPath: root + "/hidden.txt", withDestinationPath: ".staging")
        try files.createSymbolicLink(atPath: root + "/loop", withDestinationPath: "loop")
        mkfifo(root + "/pipe", 0o644)
        try files.createSymbolicLink(atPath: root + "/zero", withDestinationPath: "/dev/zero")
        try files.createSymbolicLink(atPath: root + "/newest.md", withDestinationPath: "2026/W31/weekly/r1/report.md")
    }

    deinit { try? FileManager.default.removeItem(atPath: parent) }
}

@Suite("A folder of reports over HTTP")
struct FolderSiteTests {
    private func get(
        _ target: String, _ headers: [String: String] = [:], method: String = "GET",
        authentication: BasicAuthentication? = nil
    ) async throws -> SiteResponse {
        let archive = try Archive()
        return await FolderSite(root: archive.root, authentication: authentication).respond(
            to: SiteRequest(method: method, target: target, headers: headers))
    }

    @Test(
        "It shows what is in it, by kind; a folder by its page",
        arguments: [
            ("/", "index.html", "text/html; charset=utf-8", 12),
            ("/2026/W31/weekly/r1/?from=mail", "index.html", "text/html; charset=utf-8", 12),
            ("/2026/W31/weekly/r1/report.md", "report.md", "text/markdown; charset=utf-8", 5),
            (
                "/2026/W31/weekly/r1/report.xlsx", "report.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 10
            ),
            ("/2026/W31/weekly/r1/charts/p%26l%20growth.svg", "p&l growth.svg", "image/svg+xml", 6),
            ("/log.jsonl", "log.jsonl", "application/jsonl", 3), ("/HEAD", "HEAD", "text/plain; charset=utf-8", 4),
            ("/newest.md", "report.md", "text/markdown; charset=utf-8", 5),
        ])
    func files(target: String, name: String, type: String, length: Int) async throws {
        let response = try await get(target)
        #expect(response.status == 200 && response.headers["Content-Type"] == type)
        guard case .file(let path, let range) = response.body else { return #expect(Bool(false)) }
        #expect(path.hasSuffix("/\(name)") && range == 0..<length)
    }

    @Test(
        "Nothing outside of the folder, nothing hidden, nothing odd",
        arguments: [
            "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/2026/../../secret.txt", "/..\\secret.txt",
            "/out.txt", "/outside/secret.txt", "/outside/", "/hidden.txt", "/loop", "/pipe", "/zero", "/.staging",
            "/%2estaging", "/2026//W31/", "/./index.html",
            "/index.html%00", "/index.html%0a", "/nothing.html", "/2026/W31/weekly/r1/report.md/", "/%ff", "/%2",
            "/%zz",
            "", "index.html", "http://elsewhere/index.html", "/index.html/more", "/2026/",
        ])
    func traversal(target: String) async throws {
        let response = try await get(target)
        #expect(response.status == 404)
        #expect(response.body == .text("There is no such report.\n"))
    }

    @Test("A folder without its slash is sent to the one with it")
    func slash() async throws {
        let response = try await get("/2026/W31/weekly/r1")
        #expect(response.status == 308 && response.headers["Location"] == "/2026/W31/weekly/r1/")
    }

    @Test("It can only be read", arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
    func methods(method: String) async throws {
        let response = try await get("/", method: method)
        #expect(response.status == 405 && response.headers["Allow"] == "GET, HEAD")
    }

    @Test("What is published may be kept for ever, pages that grow are asked for each time; nobody guesses or frames")
    func caching() async throws {
        let published = try await get("/2026/W31/weekly/r1/report.md")
        #expect(published.headers["Cache-Control"] == "private, max-age=31536000, immutable")
        let index = try await get("/")
        #expect(index.headers["Cache-Control"] == "no-cache")
        let missing = try await get("/nothing")
        #expect(missing.guarded.headers["Cache-Control"] == "no-store")
        #expect(missing.guarded.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'")
        #expect(index.guarded.headers["Cache-Control"] == "no-cache")
        for response in [published.guarded, index.guarded, missing.guarded] {
            #expect(response.headers["X-Content-Type-Options"] == "nosniff")
            #expect(response.headers["X-Frame-Options"] == "DENY")
        }
    }

    @Test("A file that is known already is not sent again")
    func unchanged() async throws {
        let archive = try Archive()
        let site = FolderSite(root: archive.root)
        let first = await site.respond(to: SiteRequest(target: "/"))
        let tag = try #require(first.headers["ETag"])
        let second = await site.respond(to: SiteRequest(target: "/", headers: ["If-None-Match": tag]))
        #expect(second.status == 304 && second.body == .text(""))
        let other = await site.respond(to: SiteRequest(target: "/", headers: ["IF-NONE-MATCH": "\"1-2\""]))
        #expect(other.status == 200)
    }

    @Test(
        "A part of a file is what was asked for, as far as it has it",
        arguments: [
            ("bytes=0-3", 206, 0..<4, "bytes 0-3/10"), ("bytes=4-", 206, 4..<10, "bytes 4-9/10"),
            ("bytes=-3", 206, 7..<10, "bytes 7-9/10"), ("bytes=8-100", 206, 8..<10, "bytes 8-9/10"),
            ("bytes=-100", 206, 0..<10, "bytes 0-9/10"), ("bytes=3-2", 200, 0..<10, nil),
            ("bytes=0-1,3-4", 200, 0..<10, nil), ("lines=0-1", 200, 0..<10, nil), ("bytes=a-b", 200, 0..<10, nil),
            ("bytes=-", 200, 0..<10, nil), ("bytes=1-99999999999999999999", 200, 0..<10, nil),
        ] as [(String, Int, Range<Int>, String?)])
    func ranges(header: String, status: Int, range: Range<Int>, content: String?) async throws {
        let response = try await get("/2026/W31/weekly/r1/report.xlsx", ["Range": header])
        #expect(response.status == status && response.headers["Content-Range"] == content)
        guard case .file(_, let sent) = response.body else { return #expect(Bool(false)) }
        #expect(sent == range)
    }

    @Test(
        "A part that the file does not have is refused with its length; a part of an older file is all of the new one")
    func outside() async throws {
        for header in ["bytes=10-", "bytes=-0"] {
            let response = try await get("/2026/W31/weekly/r1/report.xlsx", ["Range": header])
            #expect(response.status == 416 && response.headers["Content-Range"] == "bytes */10")
        }
        let stale = try await get(
            "/2026/W31/weekly/r1/report.xlsx", ["Range": "bytes=0-3", "If-Range": "\"0-0\""])
        #expect(stale.status == 200)
    }

    @Test("What is no file any more by the time it is opened is not opened: links, pipes, nothing")
    func opening() async throws {
        let archive = try Archive()
        for name in ["newest.md", "pipe", "nothing", "2026", "zero", "loop"] {
            let answer = Answer(
                SiteResponse(status: 200, body: .file(path: "\(archive.root)/\(name)", range: 0..<5)), isHead: false)
            #expect(answer.head.status.code == 404, "\(name)")
        }
    }

    // "ada:lovelace" and "ada:wrong" in base 64.
    @Test(
        "With a name and a password asked for, nothing is shown without",
        arguments: [
            (nil, 401), ("Basic YWRhOmxvdmVsYWNl", 200), ("basic YWRhOmxvdmVsYWNl", 200), ("Basic YWRhOndyb25n", 401),
            ("Basic ", 401), ("Basic ###", 401), ("Bearer YWRhOmxvdmVsYWNl", 401), ("Basic YWRhOmxvdmVsYWNlIQ==", 401),
        ] as [(String?, Int)])
    func authentication(header: String?, status: Int) async throws {
        let authentication = try #require(BasicAuthentication(user: "ada", password: "lovelace"))
        let response = try await get(
            "/", header.map { ["Authorization": $0] } ?? [:], authentication: authentication)
        #expect(response.status == status)
        if status == 401 { #expect(response.headers["WWW-Authenticate"]?.hasPrefix("Basic realm=") == true) }
    }

    @Test("Name and password never show")
    func secrets() throws {
        let authentication = try #require(BasicAuthentication(user: "ada", password: "lovelace"))
        var dumped = ""
        dump(authentication, to: &dumped)
        for text in ["\(authentication)", String(reflecting: authentication), dumped] {
            #expect(!text.contains("lovelace") && !text.contains("108"))
        }
        #expect(BasicAuthentication(user: "", password: "x") == nil)
        #expect(BasicAuthentication(user: "a:b", password: "x") == nil)
        #expect(BasicAuthentication(user: "a", password: "") == nil)
    }

    @Test("Only this machine can read without being asked for anything")
    func bind() throws {
        for host in ["127.0.0.1", "127.0.0.53", "::1"] {
            #expect(try BindAddress(host: host, port: 0, isAuthenticated: false).isLoopback)
        }
        for host in ["0.0.0.0", "::", "10.0.0.1", "127.0.0.1.example.org", "localhost"] {
            #expect(throws: BindAddress.Refusal.needsAuthentication(host)) {
                try BindAddress(host: host, port: 0, isAuthenticated: false)
            }
            #expect(try !BindAddress(host: host, port: 80, isAuthenticated: true).isLoopback)
        }
        #expect(try BindAddress(host: "::1", port: 80, isAuthenticated: false).description == "[::1]:80")
        #expect(
            BindAddress.Refusal.needsAuthentication("0.0.0.0").description
                == "0.0.0.0 can be reached from other machines: set THETADESK_SERVE_USER and THETADESK_SERVE_PASSWORD in "
                + "the environment, or listen on 127.0.0.1")
    }
}
