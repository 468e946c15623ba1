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

/// Writes a piece of text to standard error.
@Sendable public func standardError(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
}

/// Writes a piece of text to standard output, whole even when it is long.
@Sendable public func standardOutput(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
}
