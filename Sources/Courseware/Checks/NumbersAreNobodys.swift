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
        var text = file.text
        return text.withUTF8 { bytes in
            var lines: [Int] = []
            var (line, digits) = (1, 0)
            for byte in bytes {
                if byte.isDigit { digits += 1 }
                guard byte == UInt8(ascii: "\n") else { continue }
                if digits >= 9 { lines.append(line) }
                (line, digits) = (line + 1, 0)
            }
            if digits >= 9 { lines.append(line) }
            return lines
        }
    }
}
