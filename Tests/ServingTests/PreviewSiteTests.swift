import Testing

@testable import Serving

@Suite("A preview", .timeLimit(.minutes(1)))
struct PreviewSiteTests {
    private func get(_ target: String, of site: PreviewSite, method: String = "GET") async -> SiteResponse {
        await site.respond(to: SiteRequest(method: method, target: target))
    }

    @Test("It shows a frame, and in it the newest page")
    func pages() async {
        let site = PreviewSite()
        await site.show("<p>one</p>")
        let frame = await get("/", of: site)
        #expect(frame.status == 200)
        guard case .text(let html) = frame.body else { return #expect(Bool(false)) }
        #expect(html.contains("<iframe") && html.contains("/page"))
        await site.show("<p>two</p>")
        #expect(await get("/page", of: site).body == .text("<p>two</p>"))
        #expect(await get("/secret", of: site).status == 404)
        #expect(await get("/page", of: site, method: "POST").status == 405)
    }

    @Test("Only the frame may show the page, and nobody the frame")
    func guards() async {
        let site = PreviewSite()
        let (frame, page) = (await get("/", of: site).guarded.headers, await get("/page", of: site).guarded.headers)
        #expect(frame["X-Frame-Options"] == "DENY" && page["X-Frame-Options"] == "SAMEORIGIN")
        #expect(
            frame["Content-Security-Policy"] == "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'")
        #expect(page["Content-Security-Policy"] == "frame-ancestors 'self'")
        #expect(page["Cache-Control"] == "no-store" && page["X-Content-Type-Options"] == "nosniff")
    }

    @Test("Who waits for a version gets it when it comes, and at once where it has come already")
    func waiting() async {
        let site = PreviewSite()
        await site.show("<p>one</p>")
        #expect(await get("/wait?0", of: site).body == .text("1\n"))
        async let first = get("/wait?1", of: site)
        async let second = get("/wait?1", of: site)
        // Whether they wait already or ask only later, both hear of the next version.
        await site.show("<p>two</p>")
        #expect(await [first.body, second.body] == [.text("2\n"), .text("2\n")])
        #expect(await get("/wait?nonsense", of: site).body == .text("2\n"))
    }
}
