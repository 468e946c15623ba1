import ArgumentParser
import Console
import Foundation
import Notebooks
import Rendering
import Reports
import Serving

/// `report preview`: a notebook in a browser, made anew whenever it is saved.
struct PreviewCommand: AsyncDeskCommand, Sendable {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Show a notebook in a browser, and again whenever it or the history is saved.",
        discussion: """
            Listens on this machine only. Faults of the notebook are shown in the page. Ends with an interrupt.

            Example: report preview my-week -p week=2026-W31
            """)

    @Argument(help: ArgumentHelp("A notebook of the folder of templates, without .md.", valueName: "name"))
    var name: String
    @OptionGroup var parameters: ParameterOptions
    @Option(help: ArgumentHelp("The port; 0 for any free one.", valueName: "number")) var port: UInt16 = 8090
    @OptionGroup var folder: TemplateOptions
    @OptionGroup var history: HistoryOptions

    func perform() async throws {
        let address = try BindAddress(host: "127.0.0.1", port: port, isAuthenticated: false)
        let site = PreviewSite()
        let templates = try folder.folder().path
        // A name that does not exist is an error at once; everything later is shown in the page.
        _ = try folder.catalogue().template(named: try folder.plain(name))
        let command = self
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await SiteServer(site, at: address).run { port in
                    try? standardOutput("Preview at http://127.0.0.1:\(port)/, made anew when \(templates) is saved\n")
                }
            }
            group.addTask {
                var seen: [String: Date] = [:]
                while !Task.isCancelled {
                    let now = command.stamps(templates)
                    if now != seen {
                        seen = now
                        await site.show(command.page())
                    }
                    try await Task.sleep(for: .milliseconds(250))
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    /// When each file that the page is made from was saved last.
    private func stamps(_ templates: String) -> [String: Date] {
        var stamps: [String: Date] = [:]
        let files = FileManager.default
        let names = files.enumerator(atPath: templates)?.compactMap { $0 as? String } ?? []
        for path in names.filter({ $0.hasSuffix(".md") }).map({ "\(templates)/\($0)" }) + [history.database] {
            stamps[path] = (try? files.attributesOfItem(atPath: path))?[.modificationDate] as? Date
        }
        return stamps
    }

    /// The report's page, or a page that says why there is none.
    private func page() -> String {
        do {
            let template = try folder.template(named: name)
            let desk = try DeskHistory(history)
            return HTMLRenderer.render(
                try desk.maker.report(
                    template, parameters: parameters.values, asOf: try desk.today(parameters.asOf)
                ).document)
        } catch {
            let lines = "\(error)".replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            return """
                <!DOCTYPE html><meta charset="utf-8"><title>Not made</title>
                <body style="font:16px/1.5 sans-serif;margin:3rem;max-width:60rem"><h1>This notebook cannot be run</h1>
                <pre style="white-space:pre-wrap">\(lines)</pre>
                """
        }
    }
}
