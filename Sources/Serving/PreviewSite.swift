/// One page that is made anew again and again, in a frame that reloads itself.
///
/// The frame is the preview's own page, so the report inside stays what it is, content-security policy and all.
public actor PreviewSite: Site {
    private var html = ""
    private var version = 0
    private var waiting: [Int: CheckedContinuation<Int, Never>] = [:]
    private var tickets = 0

    /// A preview that has nothing to show yet.
    public init() {}

    /// Shows another page, and tells every browser that waits for one.
    public func show(_ html: String) {
        self.html = html
        version += 1
        for continuation in waiting.values { continuation.resume(returning: version) }
        waiting = [:]
    }

    /// The frame at `/`, the page at `/page`, and at `/wait?N` an answer as soon as there is a version after N, or the task is
    /// cancelled because nobody waits for it any more.
    public func respond(to request: SiteRequest) async -> SiteResponse {
        guard request.method == "GET" || request.method == "HEAD" else { return .readOnly }
        switch request.path {
        case "/": return Self.page(Self.frame, framedBy: "'none'", policy: "default-src 'self' 'unsafe-inline'; ")
        // The report inside says for itself what it may load.
        case "/page": return Self.page(html, framedBy: "'self'")
        case "/wait": return .words(200, String(await newest(after: Int(request.query) ?? 0)))
        default: return .words(404, "A preview has one page.")
        }
    }

    private static func page(_ html: String, framedBy ancestors: String, policy: String = "") -> SiteResponse {
        SiteResponse(
            status: 200,
            headers: [
                "Content-Type": "text/html; charset=utf-8",
                "Content-Security-Policy": "\(policy)frame-ancestors \(ancestors)",
                "X-Frame-Options": ancestors == "'self'" ? "SAMEORIGIN" : "DENY",
            ], body: .text(html))
    }

    /// The newest version, once there is one after a known one.
    private func newest(after known: Int) async -> Int {
        guard known >= version else { return version }
        tickets += 1
        let ticket = tickets
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                guard !Task.isCancelled else { return continuation.resume(returning: version) }
                waiting[ticket] = continuation
            }
        } onCancel: {
            Task { await self.leave(ticket) }
        }
    }

    private func leave(_ ticket: Int) {
        waiting.removeValue(forKey: ticket)?.resume(returning: version)
    }

    /// How many wait for another page.
    var waiters: Int { waiting.count }

    private static let frame = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Preview</title>
        <style>html,body,iframe{margin:0;width:100%;height:100%;border:0;display:block}</style>
        </head>
        <body>
        <iframe title="The report" src="/page"></iframe>
        <script>
        let version = 0;
        async function wait() {
          for (;;) {
            try {
              const newest = Number(await (await fetch('/wait?' + version)).text());
              if (newest !== version) {
                version = newest;
                const frame = document.querySelector('iframe').contentWindow;
                const place = frame.scrollY;
                frame.location.reload();
                document.querySelector('iframe').onload = () => frame.scrollTo(0, place);
              }
            } catch (gone) {
              await new Promise(again => setTimeout(again, 1000));
            }
          }
        }
        wait();
        </script>
        </body>
        </html>

        """
}
