import Foundation

struct NumbersAreNobodys: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.all.flatMap { document in
            document.file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                .filter { CitizenNumber.looksReal(in: String($0.element)) }
                .map { number, line in
                    let column = (line.firstIndex { $0.isNumber }).map { line.distance(from: line.startIndex, to: $0) + 1 }
                    return document.finding(
                        number + 1, column ?? 1, "real-bsn", "this number could be somebody's burgerservicenummer",
                        "use a number for which the eleven-test does not hold, or dots: ●●●●●●●●●")
                }
        }
    }
}
