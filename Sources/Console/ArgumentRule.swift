public import ArgumentParser
import Foundation
import Input

extension ParsableCommand {
    /// Ends the program, as with any wrong usage, where an argument has a line break or anything that a terminal would
    /// obey: whatever repeats an argument, such as an error about an unknown option, can then do so as it is.
    public static func checkArguments() {
        if let fault = fault(in: CommandLine.arguments.dropFirst()) { exit(withError: ValidationError(fault)) }
    }

    /// What is wrong with the characters of arguments; nil where nothing is.
    static func fault(in arguments: some Collection<String>) -> String? {
        let isForbidden = { (scalar: Unicode.Scalar) in scalar.isInvisible || scalar == "\n" || scalar == "\r" }
        for (index, argument) in arguments.enumerated() where argument.unicodeScalars.contains(where: isForbidden) {
            return
                "argument \(index + 1), '\(Excerpt.of(argument))', has a character that cannot be seen; write it without"
        }
        return nil
    }
}
