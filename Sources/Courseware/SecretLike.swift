/// Something in a text that nobody here may have: a number of a person, a code or a password. It says what kind it
/// is, so that a visitor can be told what was refused; the thing itself is kept nowhere.
package enum SecretLike: String, Sendable, CaseIterable {
    case citizenNumber = "citizen-number"
    case code
    case password

    /// The first that is found: rather one question too many than a secret kept.
    package static func found(in text: String) -> SecretLike? {
        if CitizenNumber.looksReal(in: text) { return .citizenNumber }
        if namesPassword(text) { return .password }
        let words = text.split(whereSeparator: \.isWhitespace).flatMap { word in
            isAddress(word) ? [] : word.split { ":=,;()\"“”'".contains($0) }.map { trimmed($0) }
        }
        if readsLikeCode(words) || isReadAloud(words) { return .code }
        for (place, word) in words.enumerated() {
            if looksLikeCode(word), !isAmount(words, place) { return .code }
            if looksLikePassword(word) { return .password }
            guard let kind = named(word.lowercased()) else { continue }
            let next = words[(place + 1)...].prefix(4).first { !fillers.contains($0.lowercased()) }
            if let next, kind == .code ? next.contains(where: \.isNumber) : tells(words[place...], next) { return kind }
        }
        return nil
    }

    private static let fillers: Set<String> = [
        "is", "was", "van", "mijn", "jouw", "de", "het", "voor", "digid", "my", "the", "of", "for", "",
    ]

    /// "wachtwoord", "pincode", "sms-code": what stands behind it may be the thing itself.
    private static func named(_ word: String) -> SecretLike? {
        if word.contains("wachtwoord") || word.contains("password") { return .password }
        return word.hasSuffix("code") && word != "postcode" || ["pin", "puk"].contains(word) ? .code : nil
    }

    /// "wachtwoord is zomer", "wachtwoord Zomer12"; not "wachtwoord vergeten".
    private static func tells(_ words: ArraySlice<Substring>, _ next: Substring) -> Bool {
        next.contains(where: \.isNumber) || words.dropFirst().prefix(3).contains { ["is", "was"].contains($0.lowercased()) }
    }

    /// A code as somebody reads it aloud: "482 913", "4 8 2 9 1 3"; or nothing but a pin code. A telephone number has other
    /// groups, and more digits.
    private static func readsLikeCode(_ words: [Substring]) -> Bool {
        if words.count == 1, isDigits(words[0]), (4...8).contains(words[0].count) { return true }
        var (start, place) = (0, 0)
        while start < words.count {
            place = words[start...].firstIndex { !isDigits($0) } ?? words.endIndex
            let groups = words[start..<place].map(\.count)
            let isCode = groups == [3, 3] || (4...8).contains(groups.count) && groups.allSatisfy { $0 == 1 }
            if isCode, !isAmount(words, start), !isAmount(words, place - 1) { return true }
            start = max(place, start) + 1
        }
        return false
    }

    private static let numbers: Set<String> = [
        "nul", "een", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen",
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ]

    /// "vier acht twee negen": four or more of them in a row.
    private static func isReadAloud(_ words: [Substring]) -> Bool {
        var row = 0
        return words.contains { word in
            row = numbers.contains(word.lowercased()) ? row + 1 : 0
            return row == 4
        }
    }

    /// "wachtwoord: hondje", "ww: zomer", "pw=zomer": one word behind the sign, and nothing after it.
    private static func namesPassword(_ text: String) -> Bool {
        let text = text.lowercased()
        // The pattern costs more than all the rest, and few texts have one of its words.
        guard ["wachtwoord", "password", "ww", "pw"].contains(where: { text.contains($0) }) else { return false }
        return text.firstMatch(of: /\b(wachtwoord|password|ww|pw)\s*(is|was|[:=])\s*\S+\s*([.,;!?]|\R|$)/) != nil
    }

    private static func isDigits(_ word: Substring) -> Bool { !word.isEmpty && word.allSatisfy { $0.isASCII && $0.isNumber } }

    /// Six digits as in a text message, or letters and digits mixed as in a letter with an activation code.
    private static func looksLikeCode(_ word: Substring) -> Bool {
        let halves = word.parts(between: "-")
        if halves.map(\.utf8.count) == [3, 3], halves.allSatisfy(isDigits) { return true }
        guard word.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return false }
        if word.count == 6, word.allSatisfy(\.isNumber) { return true }
        return word.count == 9 && word.allSatisfy { $0.isNumber || $0.isUppercase } && changes(word) >= 2
    }

    /// At least eight characters with a digit, a letter and a sign, or with letters and digits in turns.
    private static func looksLikePassword(_ word: Substring) -> Bool {
        guard word.count >= 8, word.contains(where: \.isNumber), word.contains(where: \.isLetter) else { return false }
        return word.contains { "!@#$%^&*?_+".contains($0) } || changes(word) >= 3
    }

    /// How often letters follow on digits or the other way round.
    private static func changes(_ word: Substring) -> Int {
        zip(word, word.dropFirst()).count { $0.isNumber != $1.isNumber }
    }

    private static func isAmount(_ words: [Substring], _ place: Int) -> Bool {
        let beside = [place > 0 ? words[place - 1] : "", place + 1 < words.count ? words[place + 1] : ""]
        return beside.contains { ["€", "euro", "eur"].contains($0.lowercased()) }
    }

    /// An e-mail address or a website is no secret.
    private static func isAddress(_ word: Substring) -> Bool {
        word.contains("://") || word.hasPrefix("www.") || word.contains("@") && word.contains(".")
    }

    private static func trimmed(_ word: Substring) -> Substring {
        var word = word
        while let last = word.last, ".?".contains(last) { word.removeLast() }
        return word
    }
}
