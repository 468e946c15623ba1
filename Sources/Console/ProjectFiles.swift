public import Foundation

/// Finds the folders that belong to the program: `data`, `templates`.
public enum ProjectFiles {
    /// The folder of that name in the working directory or, failing that, beside the nearest ancestor of the
    /// executable that holds all of `marks`, so that the programs run from anywhere.
    /// - Throws: ``Failure`` that names the places looked at.
    public static func folder(
        _ name: String, holding mark: String, workingDirectory: URL, executable: URL
    ) throws(Failure) -> URL {
        var places = [workingDirectory.appendingPathComponent(name)]
        var ancestor = executable.deletingLastPathComponent()
        while ancestor.path != "/" && !ancestor.path.isEmpty {
            places.append(ancestor.appendingPathComponent(name))
            ancestor.deleteLastPathComponent()
        }
        for place in places
        where FileManager.default.fileExists(atPath: place.appendingPathComponent(mark).path) {
            return place
        }
        throw Failure(
            .noInput,
            "no folder '\(name)' with '\(mark)' in \(workingDirectory.path) or above the program; "
                + "run this from the project's folder or name the folder by --\(name)")
    }
}
