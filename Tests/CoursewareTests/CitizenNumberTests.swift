import Courseware
import Testing

@Suite struct CitizenNumberTests {
    @Test(arguments: ["123456782", "Mijn nummer is 123456782.", "123 456 782", "123.456.782", "1234-56782", "111222333", "１２３４５６７８２", "١٢٣٤٥٦٧٨٢",
        "123/456/782", "123, 456, 782", "123_456_782", "123\n456\n782", "123 – 456 – 782", "1234\u{200B}56782",
    ])
    func `a number for which the eleven-test holds looks real`(text: String) {
        #expect(CitizenNumber.looksReal(in: text))
    }

    @Test(arguments: ["123456789", "12345678", "1234567820", "000000000", "0612345678", "482913", "12345 of 6782", "12-03-2026, 10:00 uur", ""])
    func `any other number does not`(text: String) {
        #expect(!CitizenNumber.looksReal(in: text))
    }
}
