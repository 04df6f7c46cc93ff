import Accounts
import Courseware
import Storage
import Testing

@testable import Mandates

/// When two can write and meet.
@Suite struct MatchedPairTests {
    static let start = TestPair.start

    @Test func `without a mandate two wait for each other for sixty days`() {
        let pair = TestPair.make([])
        let end = pair.agreedAt + .days(60)
        #expect(pair.state(at: end - .milliseconds(1)) == .open)
        #expect(pair.state(at: end) == .ended(end))
        let parted = TestPair.make([], partedAt: Self.start)
        #expect(parted.state(at: Self.start - .milliseconds(1)) == .open)
        #expect(parted.state(at: Self.start) == .ended(Self.start))
    }

    @Test func `what takes the place of a mandate goes on where it ended`() {
        let first = TestMandate.make([.consented, .renewed])
        #expect(TestPair.make([first]).state(at: Self.start + .days(1)) == .ended(first.events[1].at))
        #expect(TestPair.make([first, TestMandate.make([.consented])]).state(at: Self.start + .days(1)) == .open)
        let paused = TestPair.make([first, TestMandate.make([.consented, .suspended])])
        #expect(paused.state(at: Self.start + .days(1)) == .paused)
    }

    @Test func `ninety days after the end it is forgotten, and not a millisecond before`() {
        let pair = TestPair.make()
        let end = pair.closesAt + .days(90)
        #expect(!pair.isForgotten(at: end - .milliseconds(1)))
        #expect(pair.isForgotten(at: end))
        #expect(!TestPair.make([], partedAt: nil).isForgotten(at: Self.start))
    }

    /// Who may write in which state: a pause silences the helper and not the citizen.
    @Test func `who may write follows from how the help stands`() {
        let table: [(String, MatchedPair, citizen: MessageRefusal?, helper: MessageRefusal?)] = [
            ("matched", TestPair.make([]), nil, nil), ("offered", TestPair.make([TestMandate.make()]), nil, nil),
            ("unconfirmed", TestPair.make([TestMandate.make(isHighRisk: true)]), nil, nil),
            ("active", TestPair.make(), nil, nil),
            ("suspended", TestPair.make([TestMandate.make([.consented, .suspended])]), nil, .suspended),
            ("objected", TestPair.make([TestMandate.make([.consented, .objected])]), nil, .suspended),
        ]
        let soon = Self.start + .days(1)
        for (name, pair, citizen, helper) in table {
            #expect(pair.refusal(of: "Tot dinsdag!", by: .fatma, at: soon) == citizen, "\(name)")
            #expect(pair.refusal(of: "Tot dinsdag!", by: .bram, at: soon) == helper, "\(name)")
            for other in [People.karim, .carla, .wim] {
                #expect(pair.refusal(of: "Tot dinsdag!", by: other, at: soon) == .notYours, "\(name)")
            }
        }
        for ending in [MandateEvent.Kind.revoked, .returned, .renewed, .died, .incapable] {
            let ended = TestPair.make([TestMandate.make([.consented, ending])])
            for person in [People.fatma, .bram] { #expect(ended.refusal(of: "Dag", by: person, at: soon) == .ended) }
        }
    }

    @Test(arguments: [People.fatma, .bram]) func `a message is short and holds nothing that is secret`(writer: People) {
        let (pair, soon) = (TestPair.make(), Self.start + .days(1))
        func refusal(_ text: String) -> MessageRefusal? { pair.refusal(of: text, by: writer, at: soon) }
        #expect(refusal("") == .empty)
        #expect(refusal(String(repeating: "a", count: 1000)) == nil)
        #expect(refusal(String(repeating: "a", count: 1001)) == .tooLong)
        #expect(refusal("Mijn nummer is 123456782.") == .secret(.citizenNumber))
        #expect(refusal("De code is 482913") == .secret(.code))
        #expect(refusal("Mijn wachtwoord is zomer") == .secret(.password))
        #expect(refusal("Dinsdag om 10 uur in de bibliotheek. Neem uw telefoon en de brief mee.") == nil)
    }
}
