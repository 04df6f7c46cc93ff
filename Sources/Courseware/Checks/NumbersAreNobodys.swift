/// In every text that is read: Markdown, labels and drawings.
struct NumbersAreNobodys: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        (site.documents.all.map(\.file) + site.documents.labelFiles.map(\.file)).flatMap { file in
            file.lines(withDigits: 9).flatMap { number in
                CitizenNumber.found(in: String(file.line(number))).map { _, offset in
                    file.finding(
                        number, offset + 1, "real-bsn", "this number could be somebody's burgerservicenummer",
                        "use a number for which the eleven-test does not hold, or dots: ●●●●●●●●●")
                }
            }
        }
    }
}
