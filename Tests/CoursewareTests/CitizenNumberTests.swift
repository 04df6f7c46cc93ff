import Courseware
import Testing

@Suite struct CitizenNumberTests {
    @Test(arguments: ["123456782", "Mijn nummer is 123456782.", "123 456 782", "123.456.782", "1234-56782", "111222333"])
    func `a number for which the eleven-test holds looks real`(text: String) {
        #expect(CitizenNumber.looksReal(in: text))
    }

    @Test(arguments: ["123456789", "12345678", "1234567820", "000000000", "0612345678", "482913", "12345  6782", ""])
    func `any other number does not`(text: String) {
        #expect(!CitizenNumber.looksReal(in: text))
    }
}
