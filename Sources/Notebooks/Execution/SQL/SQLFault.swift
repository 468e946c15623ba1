/// Why a statement gave no rows.
struct SQLFault: Error {
    /// What is wrong, as a sentence without its end.
    let message: String
    /// Bytes of the statement before the place; nil where SQLite names none.
    var offset: Int?
    /// Whether a text or row was longer than allowed.
    var isLength = false
}
