import Yams

/// Reads YAML as authors write it: without the means by which a few lines can stand for billions.
enum YAML {
    /// More aliases than anybody writes by hand; twenty of them cannot double often enough to matter.
    private static let mostAliases = 20

    /// There are more aliases than anybody writes by hand.
    struct TooManyAliases: Error {}

    static func compose(_ text: String) throws -> Yams.Node? {
        var aliases = 0
        var (before, last) = (UInt8(ascii: "\n"), UInt8(ascii: "\n"))
        for byte in text.utf8 {
            if last == UInt8(ascii: "*"), byte > 32, !"*[]{},".utf8.contains(byte), " \n\t[]{},:?-".utf8.contains(before) {
                aliases += 1
            }
            (before, last) = (last, byte)
        }
        guard aliases <= mostAliases else { throw TooManyAliases() }
        // We ask for texts only: the default looks for numbers and days with one expression after another, and makes
        // them by tables that take long to fill.
        return try Yams.compose(yaml: text, .basic, Constructor([:], [:], [:]), .utf8)
    }

    /// What is wrong, in its place.
    ///
    /// - Parameter line: the line of the file on which the text begins.
    static func trouble(_ error: any Error, in file: SourceFile, from line: Int) -> Finding {
        let offset = line - 1
        let what = line > 1 ? "the front matter" : "this file"
        switch error {
        case YamlError.scanner(let context, let problem, let end, _),
            YamlError.parser(let context, let problem, let end, _),
            YamlError.composer(let context, let problem, let end, _):
            // Where a quote or a bracket was opened says more than where its end was missed.
            let mark = context?.mark ?? end
            let number = min(mark.line + offset, max(1, file.lineCount))
            let column = min(mark.column, file.line(number).count + 1)
            return file.finding(
                number, column, "front-matter", "\(what) cannot be read: \(problem)", remedy(problem, file.line(number)))
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { "\($0)" }.joined(separator: ", ")
            return file.finding(
                min(context.mark.line + offset, max(1, file.lineCount)), 1, "front-matter",
                "\(what) has a key twice: \(names.isEmpty ? "…" : names)", "keep one of the two")
        case is TooManyAliases:
            return file.finding(line, 1, "front-matter", "\(what) has more than \(mostAliases) aliases (*name)", "write them out")
        default:
            return file.finding(line, 1, "front-matter", "\(what) cannot be read", quotes)
        }
    }

    private static let quotes = "put quotes around a value that has a colon, a # or a quote in it"

    private static func remedy(_ problem: String, _ line: Substring) -> String {
        if line.contains("\t") { return "use spaces instead of a tab" }
        if problem.contains("end of stream") { return "close the quote or the bracket that was opened here" }
        return quotes
    }
}
