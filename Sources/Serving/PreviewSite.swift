/// One page that is made anew again and again, in a frame that reloads itself.
///
/// The frame is the preview's own page, so the report inside stays what it is, content-security policy and all.
public actor PreviewSite: Site {
    private var html = ""
    private var version = 0
    private var waiting: [CheckedContinuation<Int, Never>] = []

    /// A preview that has nothing to show yet.
    public init() {}

    /// Shows another page, and tells every browser that waits for one.
    public func show(_ html: String) {
        self.html = html
        version += 1
        for continuation in waiting { continuation.resume(returning: version) }
        waiting = []
    }

    /// The frame at `/`, the page at `/page`, and at `/wait?N` an answer as soon as there is a version after N.
    public func respond(to request: SiteRequest) async -> SiteResponse {
        guard request.method == "GET" else {
            return .words(405, "A preview can only be read.", headers: ["Allow": "GET"])
        }
        let fresh = ["Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"]
        switch request.path {
        case "/": return SiteResponse(status: 200, headers: fresh, body: .text(Self.frame))
        case "/page": return SiteResponse(status: 200, headers: fresh, body: .text(html))
        case "/wait":
            let known = Int(request.query) ?? 0
            let newest = known < version ? version : await withCheckedContinuation { waiting.append($0) }
            return .words(200, String(newest), headers: ["Cache-Control": "no-store"])
        default: return .words(404, "A preview has one page.")
        }
    }

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
