/// The functions that a template's SQL may call.
///
/// They are listed, rather than those refused, so that a newer SQLite adds none unseen. Left out are functions that
/// differ from run to run or from machine to machine (`random`, `changes`, `sqlite_version`, and by the C library's
/// variants `exp`, `ln`, `pow` and their like) and those that reach out of the database (`load_extension`).
enum SQLFunctions {
    /// In small letters.
    static let allowed = Set(
        """
        -> ->> abs avg ceil ceiling char coalesce count cume_dist current_date current_time current_timestamp date \
        datetime degrees dense_rank first_value floor format glob group_concat hex ifnull iif instr json json_array \
        json_array_length json_each json_extract json_group_array json_group_object json_insert json_object \
        json_patch json_quote json_remove json_replace json_set json_tree json_type json_valid julianday lag \
        last_value lead length like likelihood likely lower ltrim max min mod nth_value ntile nullif percent_rank pi \
        printf quote radians rank replace round row_number rtrim sign sqrt strftime substr substring sum time total \
        trim trunc typeof unicode unixepoch unlikely upper zeroblob
        """.split(separator: " ").map(String.init))
}
