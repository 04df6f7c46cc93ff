/// In every text that is read: Markdown, labels and drawings.
struct NumbersAreNobodys: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        (site.documents.all.map(\.file) + site.documents.labelFiles).flatMap { file in
            lines(file).flatMap { number in
                CitizenNumber.found(in: String(file.line(number))).map { _, offset in
                    file.finding(
                        number, offset + 1, "real-bsn", "this number could be somebody's burgerservicenummer",
                        "use a number for which the eleven-test does not hold, or dots: ●●●●●●●●●")
                }
            }
        }
    }

    /// The lines with nine digits or more: in most texts there is none.
    private func lines(_ file: SourceFile) -> [Int] {
        var lines: [Int] = []
        var (line, digits) = (1, 0)
        func end() { if digits >= 9 { lines.append(line) } }
        for byte in file.text.utf8 {
            if byte == UInt8(ascii: "\n") {
                end()
                (line, digits) = (line + 1, 0)
            } else if byte.isDigit {
                digits += 1
            }
        }
        end()
        return lines
    }
}
