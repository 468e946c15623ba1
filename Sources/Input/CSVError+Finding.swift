extension CSVError {
    /// The fault as a finding of grade error: the row was refused.
    public func finding(rule: String, subject: String) -> Finding {
        Finding(
            severity: .error, rule: rule, subject: subject, place: position?.description ?? "", message: description)
    }
}
