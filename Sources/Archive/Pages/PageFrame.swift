internal import Digests
internal import Foundation
internal import Rendering

/// The frame of the archive's own pages: like a report's, they load nothing, and run at most the one script that the
/// content-security policy allows by its digest.
struct PageFrame {
    let title: String
    let style: Inline
    var script: Inline?

    /// A style sheet or script within the page, and the digest by which the policy allows it.
    struct Inline {
        let text: String
        let digest: String

        init(_ text: String) {
            self.text = text
            digest = SHA256.integrity(of: text)
        }
    }

    /// The page around a body.
    func html(_ body: String) -> String {
        let scripts = script.map { "script-src '\($0.digest)'; " } ?? ""
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(style.digest)'; \
            \(scripts)base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>\(HTMLText.escaped(title))</title>
            <style>\(style.text)</style>
            </head>
            <body>
            \(body)\(script.map { "<script>\($0.text)</script>\n" } ?? "")</body>
            </html>

            """
    }
}
