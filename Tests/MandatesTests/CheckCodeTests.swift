import Storage
import Testing

@testable import Mandates

/// The code on the paper of a mandate, and what is done with how people type it.
@Suite struct CheckCodeTests {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    private static let codes = (0..<200).map { _ in
        CheckCode(Randomness { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
    }

    private func mistake(_ typed: String) -> CheckCodeMistake? {
        do {
            _ = try CheckCode(typed: typed)
            return nil
        } catch {
            return error
        }
    }

    @Test func `every wrong character is caught, wherever it stands`() {
        for code in Self.codes {
            let characters = Array(code.rawValue)
            for place in characters.indices {
                for wrong in Self.alphabet where wrong != characters[place] {
                    var typed = characters
                    typed[place] = wrong
                    #expect(mistake(String(typed)) == .wrong)
                }
            }
        }
    }

    @Test func `every two characters that changed places are caught, neighbours or not`() {
        for code in Self.codes {
            let characters = Array(code.rawValue)
            for first in characters.indices {
                for second in characters.indices where first < second && characters[first] != characters[second] {
                    var typed = characters
                    typed.swapAt(first, second)
                    #expect(mistake(String(typed)) == .wrong)
                }
            }
        }
    }

    @Test func `each code passes its own check, and is like no other`() throws {
        for code in Self.codes {
            #expect(CheckCode(rawValue: code.rawValue) == code)
            #expect(try CheckCode(typed: code.text) == code)
            #expect(code.text.count == 19)
        }
        #expect(Set(Self.codes).count == Self.codes.count)
        let used = Set(Self.codes.flatMap { Array($0.rawValue) })
        #expect(used == Set(Self.alphabet), "each of the 32 characters is used, and no other")
    }

    @Test func `how somebody types it does not matter`() throws {
        let code = CheckCode(Randomness { (0..<$0).map { UInt8($0 % 3) } })
        #expect(code.rawValue.hasPrefix("012012012012012"))
        let last = code.rawValue.suffix(1)
        for typed in [
            "012012012012012\(last)", "0120-1201-2012-012\(last)", " 0120 1201 2012 012\(last.lowercased()) ",
            "O12Oi2ol2Ol2oI2\(last)", "0120–1201–2012–012\(last)", "٠١٢٠ ١٢٠١ ٢٠١٢ ٠١٢\(last)",
        ] {
            #expect(try CheckCode(typed: typed) == code, "\(typed)")
        }
    }

    @Test func `what is no code is told apart`() {
        #expect(mistake("") == .missing)
        #expect(mistake(" - - ") == .missing)
        #expect(mistake("7KQ2-M9XC-4TBH-RJ3") == .length(15))
        #expect(mistake(String(repeating: "7", count: 1000)) == .length(1000))
        for odd in ["U", "É", "Ж", "½", "७७"] {
            #expect(mistake(odd + String(Self.codes[0].rawValue.dropFirst())) != nil, "\(odd)")
        }
    }

    @Test func `only a code to the letter is read from the database`() {
        let code = Self.codes[0]
        #expect(CheckCode(rawValue: code.text) == nil)
        #expect(CheckCode(rawValue: "") == nil)
        #expect(CheckCode(rawValue: code.rawValue.lowercased()) == nil || code.rawValue == code.rawValue.lowercased())
    }

    @Test(arguments: [
        ("Fatma", "F."), ("fatma el amrani", "F.E.A."), ("Anna-Maria de Vries", "A.M.D.V."), ("", ""), ("  ", ""),
        ("(Bram)", "B."), ("8 Jan", "J."), ("a b c d e f", "A.B.C.D."), ("Łukasz Żak", "Ł.Ż."),
    ])
    func `of a name the first letters are left`(name: String, letters: String) {
        #expect(Initials(of: name).text == letters)
    }
}
