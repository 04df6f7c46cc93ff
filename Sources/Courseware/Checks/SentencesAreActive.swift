/// Finds the passive by a form of "worden" (or "to be") together with a participle in one sentence.
struct SentencesAreActive: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.texts.flatMap { text in
            text.sentences.compactMap { sentence in
                let isEnglish = text.language == .english
                guard let word = isEnglish ? EnglishPassive.find(sentence) : DutchPassive.find(sentence) else { return nil }
                let place = text.document.place(of: word)
                return text.document.warning(
                    place, "passive-voice", "“\(word.text)” makes this sentence passive",
                    "say who does it: \(isEnglish ? "The municipality sends a letter" : "De gemeente stuurt een brief")")
            }
        }
    }
}

enum DutchPassive {
    private static let auxiliaries: Set<String> = ["word", "wordt", "worden", "werd", "werden"]
    /// They look like participles and are none.
    private static let others: Set<String> = [
        "gebied", "geluid", "geval", "gezond", "bekend", "bereid", "bericht", "beeld", "gemeenten", "verstand", "gezicht",
        "gewicht", "gedicht", "gesprekken", "gevallen", "gezinnen", "gebieden", "gerecht", "verzoek", "beeldscherm", "geduld",
        "berichten", "gelden", "genoeg", "gevoelens", "gewoonten", "gemeent", "bedragen", "beginnen",
    ]

    static func find(_ sentence: Sentence) -> Sentence.Word? {
        guard let auxiliary = sentence.words.first(where: { auxiliaries.contains($0.text.lowercased()) }),
            sentence.words.contains(where: { !$0.isQuoted && isParticiple($0.text.lowercased()) })
        else { return nil }
        return auxiliary
    }

    static func isParticiple(_ word: String) -> Bool {
        guard word.count >= 5, !others.contains(word) else { return false }
        let isWeak = word.hasSuffix("d") || word.hasSuffix("t")
        if word.hasPrefix("ge") { return isWeak || word.hasSuffix("en") || word.hasSuffix("aan") }
        if let prefix = DutchVerb.separable.first(where: { word.hasPrefix($0 + "ge") }), word.count >= prefix.count + 5 {
            return isWeak || word.hasSuffix("en") || word.hasSuffix("aan")
        }
        return word.count >= 6 && isWeak && ["be", "ver", "ont", "her", "er"].contains { word.hasPrefix($0) }
    }
}

enum EnglishPassive {
    private static let auxiliaries: Set<String> = ["am", "is", "are", "was", "were", "be", "been", "being"]
    private static let irregular: Set<String> = [
        "sent", "given", "made", "seen", "done", "taken", "known", "shown", "told", "written", "kept", "found", "put", "paid",
        "bought", "brought", "read", "held", "left", "lost", "sold", "chosen", "hidden", "stolen", "broken", "built", "meant",
    ]
    private static let others: Set<String> = ["need", "indeed", "red", "hundred", "tired", "interested", "allowed", "used", "worried"]

    static func find(_ sentence: Sentence) -> Sentence.Word? {
        let words = sentence.words
        return words.indices.first { index in
            auxiliaries.contains(words[index].text.lowercased())
                && words[(index + 1)...].prefix(2).contains { isParticiple($0.text.lowercased()) && !$0.isQuoted }
        }.map { words[$0] }
    }

    private static func isParticiple(_ word: String) -> Bool {
        irregular.contains(word) || (word.count > 4 && word.hasSuffix("ed") && !others.contains(word))
    }
}
