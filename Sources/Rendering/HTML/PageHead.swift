internal import Dates
internal import Digests
internal import Notebooks

/// What stands before a page's content: its policy, its style and its title.
enum PageHead {
    /// The head and the way past the contents.
    ///
    /// The policy allows exactly the style sheets and the script that are in the page, by their digests, and nothing
    /// else: no request, no image, no form.
    static func html(_ document: Document) -> String {
        let paper = paperFoot(document)
        let styles = [Stylesheet.text, paper].map { "'\(SHA256.integrity(of: $0))'" }.joined(separator: " ")
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \(styles); \
            script-src '\(SHA256.integrity(of: PageScript.text))'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>\(HTMLText.escaped(document.title))</title>
            <style>\(Stylesheet.text)</style>
            <style>\(paper)</style>
            </head>
            <body>
            <a class="skip" href="#page.content">Skip to the report</a>

            """
    }

    /// The line at the foot of every sheet of paper: which report, as of when, from which input.
    private static func paperFoot(_ document: Document) -> String {
        let digest = document.provenance.first { $0.name == "Input id" }?.text.replacing("sha256:", with: "")
        let input = digest.map { " · input \($0.prefix(12))" } ?? ""
        let words = "\(document.title) · as of \(document.asOf.iso)\(input)"
        return "@page{@bottom-left{content:\"\(styleText(words))\"}}"
    }

    /// Words in a string of a style sheet: every character that could end the string or the sheet is written by its
    /// number (CSS Syntax Level 3, section 4.3.7).
    static func styleText(_ words: String) -> String {
        var result = ""
        for scalar in HTMLText.allowed(words).unicodeScalars {
            let isSafe =
                scalar.value >= 128 || scalar.properties.isAlphabetic
                || " .,:-0123456789".unicodeScalars.contains(scalar)
            if isSafe {
                result.unicodeScalars.append(scalar)
            } else {
                result += "\\" + String(scalar.value, radix: 16) + " "
            }
        }
        return result
    }
}
