public import ArgumentParser
import Foundation
import Input

extension ParsableCommand {
    /// Ends the program, as with any wrong usage, where an argument has a line break or anything that a terminal would
    /// obey: whatever repeats an argument, such as an error about an unknown option, can then do so as it is.
    public static func checkArguments() {
        if let fault = fault(in: Array(CommandLine.arguments.dropFirst())) { exit(withError: ValidationError(fault)) }
    }

    /// What is wrong with the characters of arguments; nil where nothing is.
    static func fault(in arguments: [String]) -> String? {
        func isForbidden(_ scalar: Unicode.Scalar) -> Bool { scalar.isInvisible || scalar == "\n" || scalar == "\r" }
        guard let index = arguments.firstIndex(where: { $0.unicodeScalars.contains(where: isForbidden) }) else {
            return nil
        }
        let option =
            index > 0 && arguments[index - 1].hasPrefix("-") ? ", after \(Excerpt.of(arguments[index - 1]))" : ""
        return
            "argument \(index + 1)\(option), '\(Excerpt.of(arguments[index]))', has a character that cannot be seen; "
            + "write it without"
    }
}
