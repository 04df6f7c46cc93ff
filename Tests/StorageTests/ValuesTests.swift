import Storage
import Synchronization
import Testing

@Suite struct ValuesTests {
    @Test func `an id is a UUID of version 7 and sorts by its moment`() throws {
        let early = AccountID(at: Instant(milliseconds: 1_000), Randomness { [UInt8](repeating: 255, count: $0) })
        let late = AccountID(at: Instant(milliseconds: 1_001), Randomness { [UInt8](repeating: 0, count: $0) })
        #expect(early.rawValue == "00000000-03e8-7fff-bfff-ffffffffffff")
        #expect(late.rawValue == "00000000-03e9-7000-8000-000000000000")
        #expect(early < late)
        #expect(AccountID(rawValue: early.rawValue) == early)
    }

    @Test(arguments: ["", "00000000-03e8-7fff-bfff-fffffffffff", "00000000-03E8-7fff-bfff-ffffffffffff", "../etc/passwd"])
    func `what is not an id is none`(text: String) {
        #expect(AccountID(rawValue: text) == nil)
    }

    @Test func `numbers are drawn below their bound, each of them`() {
        let next = Mutex<UInt8>(0)
        let randomness = Randomness { count in
            let last = next.withLock { next in
                next &+= 1
                return next
            }
            return [UInt8](repeating: 0, count: count - 1) + [last]
        }
        let numbers = Set((0..<100).map { _ in randomness.number(below: 7) })
        #expect(numbers == Set(0..<7))
    }

    @Test func `moments and durations add up`() {
        let noon = Instant(milliseconds: 43_200_000)
        #expect(noon + .minutes(1) - noon == .seconds(60))
        #expect(noon - .days(1) < noon)
        #expect((noon + .hours(2)).milliseconds == 50_400_000)
    }
}
