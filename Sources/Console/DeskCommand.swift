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
    if error is ExitCode { return error }
    if let error = error as? ValidationError { return ValidationError(Terminal.harmless(error.message)) }
    // The system's own errors print all that they carry; what went wrong is a part of it.
    let isForeign = error is CocoaError || type(of: error) is NSError.Type
    standardError("error: \(isForeign ? error.localizedDescription : "\(error)")\n")
    return ExitCode(Failure.Status(of: error).rawValue)
}

/// Writes a piece of text for people to standard error, with nothing in it that a terminal obeys but the colours of
/// ``Terminal``; where nobody can read it, it is lost.
@Sendable public func standardError(_ text: String) { drawing(Terminal.harmless(text)) }

/// Writes to standard error what draws a line over itself.
@Sendable public func drawing(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
}

/// Writes a piece of text for people to standard output, whole even when it is long, with nothing in it that a terminal obeys
/// but the colours of ``Terminal``.
/// - Throws: ``Failure`` where it cannot be written, as to a full disk.
public func standardOutput(_ text: String) throws(Failure) { try standardData(Terminal.harmless(text)) }

/// Writes a line for people to standard output.
/// - Throws: ``Failure`` where it cannot be written, as to a full disk.
public func say(_ line: some CustomStringConvertible) throws(Failure) { try standardOutput("\(line)\n") }

/// Writes JSON to standard output: the same values, with escapes in place of what a terminal would obey.
/// - Throws: ``Failure`` where it cannot be written, as to a full disk.
public func standardOutput(json text: String) throws(Failure) { try standardData(Terminal.harmless(json: text)) }

/// Writes what programs read to standard output as it is.
/// - Throws: ``Failure`` where it cannot be written, as to a full disk.
public func standardData(_ text: String) throws(Failure) {
    do {
        try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
        throw Failure(.cannotCreate, "standard output cannot be written; check where it goes and the disk's space")
    }
}
