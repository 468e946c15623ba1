/// A decimal number as its digits: the shortest that give a `Double` back, or all digits of a whole number.
///
/// Rounding works on these digits and not on the binary value, so that 2.675 becomes 2.68 as a reader expects,
/// and per cent moves the point instead of multiplying.
struct DecimalDigits {
    /// Whether the number is below zero.
    var isNegative: Bool
    /// Digits 0–9 without leading zeros; empty for zero.
    var digits: [UInt8]
    /// The number is 0.d₁d₂d₃… × 10 to this power.
    var exponent: Int

    /// The shortest digits of a number; nil when it is not finite.
    init?(_ number: Double) {
        guard number.isFinite else { return nil }
        self.init(shortest: number.magnitude.description, isNegative: number.sign == .minus)
    }

    /// The digits of a whole number.
    init(_ number: Int) {
        self.init(shortest: String(number.magnitude), isNegative: number < 0)
    }

    /// The digits of a number of hundredths, such as cents.
    init(hundredths: Int64) {
        self.init(shortest: String(hundredths.magnitude), isNegative: hundredths < 0)
        exponent -= 2
    }

    /// Reads what Swift prints of a magnitude: `12`, `0.25`, `1e+16`, `5e-324`.
    private init(shortest text: String, isNegative: Bool) {
        let parts = text.split(separator: "e", maxSplits: 1)
        let mantissa = parts[0].split(separator: ".", maxSplits: 1)
        let whole = Array(mantissa[0].utf8)
        let fraction = mantissa.count > 1 ? Array(mantissa[1].utf8) : []
        var digits = (whole + fraction).map { $0 - 48 }
        var exponent = whole.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        while digits.first == 0 {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.last == 0 { digits.removeLast() }
        self.isNegative = isNegative
        self.digits = digits
        self.exponent = digits.isEmpty ? 0 : exponent
    }

    /// The number rounded to decimal places, halves away from zero.
    func rounded(places: Int) -> DecimalDigits {
        let kept = exponent + places
        guard kept < digits.count else { return self }
        var result = self
        let roundsUp = kept >= 0 && digits[kept] >= 5
        result.digits = kept > 0 ? Array(digits[..<kept]) : []
        if roundsUp {
            var index = result.digits.count - 1
            while index >= 0, result.digits[index] == 9 {
                result.digits[index] = 0
                index -= 1
            }
            if index >= 0 {
                result.digits[index] += 1
            } else {
                result.digits.insert(1, at: 0)
                result.exponent += 1
            }
        }
        while result.digits.last == 0 { result.digits.removeLast() }
        if result.digits.isEmpty {
            result.exponent = 0
            result.isNegative = false
        }
        return result
    }

    /// The magnitude with thousands in groups when asked for, and exactly these decimal places.
    func text(places: Int, grouped: Bool) -> String {
        var whole = ""
        for index in 0..<max(exponent, 1) {
            let digit = exponent > 0 && index < digits.count ? digits[index] : 0
            whole.unicodeScalars.append(Unicode.Scalar(digit + 48))
            let left = max(exponent, 1) - index - 1
            if grouped, left > 0, left.isMultiple(of: 3) { whole += "," }
        }
        guard places > 0 else { return whole }
        var fraction = "."
        for place in 0..<places {
            let index = exponent + place
            fraction.unicodeScalars.append(
                Unicode.Scalar((digits.indices.contains(index) ? digits[index] : 0) + 48))
        }
        return whole + fraction
    }

    /// The nearest `Double`; nil when it is beyond the largest.
    var number: Double? {
        guard !digits.isEmpty else { return 0 }
        let text = digits.map { String($0) }.joined()
        let value = Double("\(isNegative ? "-" : "")\(text)e\(exponent - digits.count)")
        return value.flatMap { $0.isFinite ? $0 : nil }
    }
}
