/// What becomes of reports: whose archive they are in, and which of them are sent.
public struct ReportSettings: Codable, Hashable, Sendable {
    /// Whose archive it is, as `thetadesk.example/desk`: one line, bound by every line of the archive's log, and so not to be
    /// changed once something was published.
    public var origin = "thetadesk"
    /// The archive's address for readers, as `https://reports.example.com/`: what mails link to. Empty for paths.
    public var address = ""
    /// The kinds of report that are mailed.
    public var mailed = ["weekly"]
    /// Days after a report's as-of date in which it is mailed for the first time: nobody wants last month's mail.
    public var mailDays = 10

    /// A desk that mails its weekly review.
    public init() {}
}
