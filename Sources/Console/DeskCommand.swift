public import ArgumentParser
import Foundation

/// A command whose failures end the program with a message on standard error and a documented exit status.
public protocol DeskCommand: ParsableCommand {
    /// The command's work. An error's description is the message, and ``Failure/Status/init(of:)`` the exit status.
    mutating func perform() throws
}

extension DeskCommand {
    /// Does the work and turns what went wrong into a message and an exit status.
    public mutating func run() throws {
        do { try perform() } catch { throw ending(error) }
    }
}

/// The same for a command that goes on while others are served, such as a server.
public protocol AsyncDeskCommand: AsyncParsableCommand {
    /// The command's work, as of a ``DeskCommand``.
    mutating func perform() async throws
}

extension AsyncDeskCommand {
    /// Does the work and turns what went wrong into a message and an exit status.
    public mutating func run() async throws {
        do { try await perform() } catch { throw ending(error) }
    }
}

/// What a command ends with: an exit status that was chosen and a fault of the arguments as they are, everything else as
/// its message on standard error and its documented status.
private func ending(_ error: any Error) -> any Error {
    if error is ExitCode || error is ValidationError { return error }
    standardError("error: \(error)\n")
    return ExitCode(Failure.Status(of: error).rawValue)
}

/// Writes a piece of text to standard error; where nobody can read it, it is lost.
@Sendable public func standardError(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
}

/// Writes a piece of text to standard output, whole even when it is long.
/// - Throws: ``Failure`` where it cannot be written, as to a full disk.
public func standardOutput(_ text: String) throws(Failure) {
    do {
        try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
        throw Failure(.cannotCreate, "standard output cannot be written; check where it goes and the disk's space")
    }
}
