import Options

extension OptionContract {
    /// The same contract at another strike, in thousandths of a dollar.
    func withStrike(thousandths: Int) -> OptionContract {
        OptionContract(
            underlying: underlying, expiration: expiration, right: right, strikeThousandths: thousandths)
    }
}
