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
        do {
            try perform()
        } catch let exit as ExitCode {
            throw exit
        } catch let validation as ValidationError {
            throw validation
        } catch {
            standardError("error: \(error)\n")
            throw ExitCode(Failure.Status(of: error).rawValue)
        }
    }
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
