import Foundation

/// A file of text, with its name taken apart: `03-inloggen.en.md` is the stem `03-inloggen` in English.
struct SourceFile: Sendable {
    /// In bytes. As long as a book, so longer than any lesson; more is a mistake.
    static let largest = 250_000
    static let largestDrawing = 1_000_000
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
        self.init(path: path, bytes: FileBytes.read(path, most: Self.largestDrawing + 1) ?? [], isDrawing: isDrawing)
    }

    /// - Parameter isDrawing: then a program may have written it, in one long line.
    init(path: String, bytes: [UInt8], isDrawing: Bool = false) {
        self.path = path
        (stem, language) = FileNames.parts(path.lastPart(after: "/"))
        var troubles: [Finding] = []
        func trouble(_ problem: String, _ remedy: String, line: Int = 1) {
            troubles.append(
                Finding(
                    path: path, line: line, column: 1, severity: .error, rule: "front-matter", problem: problem,
                    remedy: remedy))
        }
        var text = ""
        let largest = isDrawing ? Self.largestDrawing : Self.largest
        if bytes.count > largest {
            trouble("this file is larger than \(largest) bytes", isDrawing ? "draw it with less detail" : "divide it over several files")
        } else if let read = String(validating: bytes, as: UTF8.self) {
            text = read
        } else {
            trouble("this file is not UTF-8 text", "save it as UTF-8")
        }
        var isReadable = troubles.isEmpty
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]), !text.isEmpty { text.unicodeScalars.removeFirst() }
        if bytes.has(0) {
            trouble("this file has a NUL character", "take it out")
            text = text.replacingOccurrences(of: "\0", with: "")
        }
        if bytes.has(UInt8(ascii: "\r")) {
            text = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
        }
        var starts = text.lineStarts
        let isTooLong = { (line: Int) in (line + 1 < starts.count ? starts[line + 1] - 1 : text.utf8.count) - starts[line] > Self.longestLine }
        if !isDrawing, let line = starts.indices.first(where: isTooLong) {
            trouble("this line is longer than \(Self.longestLine) bytes", "begin a new line in it", line: line + 1)
            (text, starts, isReadable) = ("", [0], false)
        }
        (self.text, self.starts, self.isReadable, self.troubles) = (text, starts, isReadable, troubles)
    }

    var name: String { path.lastPart(after: "/") }

    var lineCount: Int { starts.count }

    /// The text of a line, from 1.
    func line(_ number: Int) -> Substring {
        guard starts.indices.contains(number - 1) else { return "" }
        let end = number < starts.count ? starts[number] - 1 : text.utf8.count
        let index = { text.utf8.index(text.startIndex, offsetBy: $0) }
        return text[index(starts[number - 1])..<index(end)]
    }

    /// The numbers of the lines that have so many digits or more.
    func lines(withDigits least: Int) -> [Int] {
        var text = text
        return text.withUTF8 { bytes in
            (1..<(starts.count + 1)).filter { number in
                let end = number < starts.count ? starts[number] : bytes.count
                return UnsafeBufferPointer(rebasing: bytes[starts[number - 1]..<end]).digits >= least
            }
        }
    }

    /// The column in characters of a byte of the line.
    func column(_ line: Int, byte: Int) -> Int {
        String(decoding: self.line(line).utf8.prefix(max(0, byte - 1)), as: UTF8.self).count + 1
    }

    /// Where the text first stands from there on, within so many lines; nothing where it does not.
    func place(of text: String, from start: Placement, lines: Int) -> Placement? {
        for number in start.line..<(start.line + max(1, lines)) {
            let line = line(number)
            let rest = number == start.line ? line.dropFirst(start.column - 1) : line
            if let found = rest.firstRange(of: text) {
                return Placement(line: number, column: line.distance(from: line.startIndex, to: found.lowerBound) + 1)
            }
        }
        return nil
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

extension String {
    /// Where each of its lines begins, in bytes.
    fileprivate var lineStarts: [Int] {
        var text = self
        return text.withUTF8 { bytes in
            var starts = [0]
            starts.reserveCapacity(bytes.count / 30)
            while let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: starts[starts.count - 1]) { starts.append(end + 1) }
            return starts
        }
    }
}
