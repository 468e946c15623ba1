/// The functions that a template's SQL may call.
///
/// They are listed, rather than those refused, so that a newer SQLite adds none unseen. Left out are functions that
/// differ from run to run or from machine to machine (`random`, `changes`, `sqlite_version`, and by the C library's
/// variants `exp`, `ln`, `pow` and their like), those that reach out of the database (`load_extension`), and those that
/// change JSON, which no report needs and whose work nothing bounds (`json_set`, `json_patch`, `json_tree`).
enum SQLFunctions {
    /// In small letters.
    static let allowed = plain.union(counted.map(\.name))

    /// SQLite's own, each of whose calls takes as long as it takes to read or write a text.
    private static let plain = words(
        """
        abs avg ceil ceiling char coalesce count cume_dist current_date current_time current_timestamp degrees \
        dense_rank first_value floor group_concat hex ifnull iif json_array json_each json_group_array \
        json_group_object json_object json_quote lag last_value lead length likelihood likely lower max min mod \
        nth_value ntile nullif percent_rank pi quote radians rank round row_number sign sqrt substr substring sum \
        total trunc typeof unicode unlikely upper zeroblob
        """)

    /// Those whose work can be more than that, by their names and numbers of arguments, −1 for any: each call counts as
    /// steps (``CountedFunctions``).
    static let counted: [(name: String, arguments: [Int32])] = [
        ("replace", [3]), ("instr", [2]), ("like", [2, 3]), ("glob", [2]), ("trim", [1, 2]), ("ltrim", [1, 2]),
        ("rtrim", [1, 2]), ("printf", [-1]), ("format", [-1]), ("strftime", [-1]), ("date", [-1]), ("time", [-1]),
        ("datetime", [-1]), ("julianday", [-1]), ("unixepoch", [-1]), ("json", [1]), ("json_extract", [-1]),
        ("->", [2]), ("->>", [2]), ("json_array_length", [1, 2]), ("json_type", [1, 2]), ("json_valid", [1]),
    ]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(separator: " ").map(String.init))
    }
}
