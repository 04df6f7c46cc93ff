import Foundation

/// A file of text, with its name taken apart: `03-inloggen.en.md` is the stem `03-inloggen` in English.
struct SourceFile: Sendable {
    /// Longer than any lesson; more is a mistake.
    static let largest = 1_000_000
    /// In bytes. A line of a whole book is a mistake too, and to find places in it takes very long.
    static let longestLine = 10_000

    /// As findings name it.
    let path: String
    let stem: String
    /// From the name; nothing in the source language.
    let language: Language?
    let text: String
    let troubles: [Finding]
    /// Whether the text could be read at all.
    let isReadable: Bool
    /// Where each line begins, in bytes.
    private let starts: [Int]

    /// Reads the file, whatever is in it; what is wrong with it stands in `troubles`.
    init(path: String, isDrawing: Bool = false) {
        self.init(path: path, bytes: FileBytes.read(path, most: Self.largest + 1) ?? [], isDrawing: isDrawing)
    }

    /// - Parameter isDrawing: then a program may have written it, in one long line.
    init(path: String, bytes: [UInt8], isDrawing: Bool = false) {
        self.path = path
        (stem, language) = FileNames.parts(String(path.split(separator: "/").last ?? ""))
        var troubles: [Finding] = []
        func trouble(_ problem: String, _ remedy: String, line: Int = 1) {
            troubles.append(
                Finding(
                    path: path, line: line, column: 1, severity: .error, rule: "front-matter", problem: problem,
                    remedy: remedy))
        }
        var text = ""
        if bytes.count > Self.largest {
            trouble("this file is larger than a million bytes", "divide it over several lessons")
        } else if let read = String(validating: bytes, as: UTF8.self) {
            text = read
        } else {
            trouble("this file is not UTF-8 text", "save it as UTF-8")
        }
        var isReadable = troubles.isEmpty
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        if text.utf8.contains(0) {
            trouble("this file has a NUL character", "take it out")
            text = text.replacingOccurrences(of: "\0", with: "")
        }
        if text.utf8.contains(UInt8(ascii: "\r")) {
            text = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
        }
        var starts = [0]
        text.withUTF8 { bytes in
            for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
        }
        let ends = starts.dropFirst().map { $0 - 1 } + [text.utf8.count]
        if !isDrawing, let line = zip(starts, ends).enumerated().first(where: { $1.1 - $1.0 > Self.longestLine })?.offset {
            trouble("this line is longer than \(Self.longestLine) bytes", "begin a new line in it", line: line + 1)
            (text, starts, isReadable) = ("", [0], false)
        }
        (self.text, self.starts, self.isReadable, self.troubles) = (text, starts, isReadable, troubles)
    }

    var name: String { String(path.split(separator: "/").last ?? "") }

    var lineCount: Int { starts.count }

    /// The text of a line, from 1.
    func line(_ number: Int) -> Substring {
        guard starts.indices.contains(number - 1) else { return "" }
        let end = number < starts.count ? starts[number] - 1 : text.utf8.count
        let index = { text.utf8.index(text.startIndex, offsetBy: $0) }
        return text[index(starts[number - 1])..<index(end)]
    }

    /// The column in characters of a byte of the line.
    func column(_ line: Int, byte: Int) -> Int {
        String(decoding: self.line(line).utf8.prefix(max(0, byte - 1)), as: UTF8.self).count + 1
    }

    /// The place of the text, looked for from the line on; the line's start where it is not found.
    func place(of text: String, from line: Int) -> (line: Int, column: Int) {
        for number in line..<min(line + 200, max(line + 1, lineCount + 1)) {
            if let range = self.line(number).firstRange(of: text) {
                return (number, self.line(number).distance(from: self.line(number).startIndex, to: range.lowerBound) + 1)
            }
        }
        return (max(1, line), 1)
    }

    func finding(
        _ line: Int, _ column: Int, _ rule: String, _ problem: String, _ remedy: String,
        severity: Finding.Severity = .error
    ) -> Finding {
        Finding(
            path: path, line: max(1, line), column: max(1, column), severity: severity, rule: rule, problem: problem,
            remedy: remedy)
    }
}
