/// The burgerservicenummer. We never ask for one, and refuse what looks like one wherever somebody types.
package enum CitizenNumber {
    /// Whether nine digits stand there, with at most one space, dot or hyphen between two of them, for which the
    /// eleven-test holds: nine times the first plus eight times the second … minus the last, divisible by eleven.
    package static func looksReal(in text: String) -> Bool { !found(in: text).isEmpty }

    /// The digits of each number that could be real.
    package static func found(in text: String) -> [String] {
        var found: [String] = []
        var run: [Int] = []
        var separators = 0
        func close() {
            if run.count == 9, holdsElevenTest(run) { found.append(run.map(String.init).joined()) }
            run = []
        }
        for character in text {
            if let digit = character.wholeNumberValue, character.isASCII {
                run.append(digit)
                separators = 0
            } else if !run.isEmpty, " .-".contains(character), separators == 0 {
                separators = 1
            } else {
                close()
                separators = 0
            }
        }
        close()
        return found
    }

    private static func holdsElevenTest(_ digits: [Int]) -> Bool {
        guard digits.contains(where: { $0 != 0 }) else { return false }
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
        return zip(digits, weights).map(*).reduce(0, +) % 11 == 0
    }
}
