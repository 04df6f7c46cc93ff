/// What search and checks know of Dutch verbs.
enum DutchVerb {
    /// What comes loose: "aanvragen", "ik vraag aan", "aangevraagd".
    static let separable = [
        "aan", "achter", "af", "bij", "door", "goed", "in", "klaar", "mee", "na", "om", "op", "over", "terug", "toe", "uit",
        "vast", "voor", "vol", "weg",
    ]
}
