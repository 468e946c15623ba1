import ArgumentParser
import Console
import Foundation
import Serving

/// `report serve`: the archive over HTTP for a team.
struct ServeCommand: AsyncDeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show the archive of reports over HTTP, read-only.",
        discussion: """
            Listens on this machine only, unless a name and a password are set in the environment by THETADESK_SERVE_USER \
            and THETADESK_SERVE_PASSWORD; then every request has to carry them (Basic, so put TLS in front of it). Without \
            them it answers under this machine's own names alone. Ends with an interrupt.

            Example: report serve --port 8080
            """)

    @Option(help: ArgumentHelp("Where to listen.", valueName: "address")) var host = "127.0.0.1"
    @Option(help: ArgumentHelp("The port; 0 for any free one.", valueName: "number")) var port: UInt16 = 8080
    @OptionGroup var archive: ArchiveOptions

    func perform() async throws {
        let environment = ProcessInfo.processInfo.environment
        let (user, password) = (environment["THETADESK_SERVE_USER"], environment["THETADESK_SERVE_PASSWORD"])
        var authentication: BasicAuthentication?
        if user != nil || password != nil {
            authentication = BasicAuthentication(user: user ?? "", password: password ?? "")
            guard authentication != nil else {
                throw Failure(
                    .settings,
                    "THETADESK_SERVE_USER and THETADESK_SERVE_PASSWORD must both be set, and the name hold no colon")
            }
        }
        let reports = archive.archive
        guard FileManager.default.fileExists(atPath: reports + "/index.html") else {
            throw Failure(.noInput, "\(reports): there is no archive (no index.html); publish a report first")
        }
        let address: BindAddress
        do {
            address = try BindAddress(host: host, port: port, isAuthenticated: authentication != nil)
        } catch {
            throw Failure(.settings, error.description)
        }
        let host = host
        do {
            try await SiteServer(FolderSite(root: reports, authentication: authentication), at: address).run { port in
                // Written at once: whoever started it may wait for this line in a pipe.
                try? standardOutput(
                    "Serving \(reports) at http://\(host.contains(":") ? "[\(host)]" : host):\(port)/\n")
            }
        } catch let failure as SiteServer.Failure {
            throw Failure(.temporary, failure.description)
        }
    }
}
