import Accounts
import Storage
import Testing

@Suite struct SignInTests {
    let house = TestHouse()

    @Test func `a learner signs in with a name and three words, whatever stands between them`() async throws {
        let fatma = try await house.learner("Fatma")
        let (_, account) = try await house.signIn.signIn(
            .init(name: " FATMA ", secret: fatma.code.words.joined(separator: "-").uppercased(), address: "1"),
            kind: .shared)
        #expect(account.id == fatma.account)
    }

    @Test func `wrong words are refused`() async throws {
        _ = try await house.learner("Fatma")
        await #expect(throws: SignInRefusal.wrong) {
            try await house.signIn.signIn(.init(name: "fatma", secret: "niet deze woorden", address: "1"), kind: .shared)
        }
    }

    @Test func `an unknown name is refused in the same words`() async throws {
        await #expect(throws: SignInRefusal.wrong) {
            try await house.signIn.signIn(.init(name: "niemand", secret: "x", address: "1"), kind: .shared)
        }
    }

    @Test func `staff need the one-time code of their app`() async throws {
        let carla = try await house.staff("Carla", roles: [.coach])
        await #expect(throws: SignInRefusal.wrong) {
            try await house.signIn.signIn(
                .init(name: "carla", secret: TestHouse.password, oneTimeCode: "", address: "1"), kind: .shared)
        }
        house.clock.advance(by: .seconds(60))
        let (_, account) = try await house.signIn.signIn(
            .init(name: "carla", secret: TestHouse.password, oneTimeCode: carla.code(at: house.now), address: "1"),
            kind: .shared)
        #expect(account.roles == [.coach])
    }

    @Test func `a one-time code works once`() async throws {
        let carla = try await house.staff("Carla", roles: [.coach])
        house.clock.advance(by: .seconds(60))
        let attempt = SignIn.Attempt(
            name: "carla", secret: TestHouse.password, oneTimeCode: carla.code(at: house.now), address: "1")
        _ = try await house.signIn.signIn(attempt, kind: .shared)
        await #expect(throws: SignInRefusal.wrong) { try await house.signIn.signIn(attempt, kind: .shared) }
    }

    @Test func `after ten tries at a name one must wait, and then may try again`() async throws {
        let fatma = try await house.learner("Fatma")
        for _ in 0..<10 {
            _ = try? await house.signIn.signIn(.init(name: "fatma", secret: "fout", address: "1"), kind: .shared)
        }
        await #expect(throws: TooManyTries.self) {
            try await house.signIn.signIn(.init(name: "fatma", secret: fatma.code.text, address: "1"), kind: .shared)
        }
        house.clock.advance(by: .minutes(15))
        _ = try await house.signIn.signIn(.init(name: "fatma", secret: fatma.code.text, address: "1"), kind: .shared)
    }

    @Test func `a session on a shared computer ends after twenty idle minutes`() async throws {
        let fatma = try await house.learner("Fatma")
        let (token, _) = try await house.signIn.signIn(
            .init(name: "fatma", secret: fatma.code.text, address: "1"), kind: .shared)
        house.clock.advance(by: .minutes(19))
        #expect(try await house.session(token) != nil)
        house.clock.advance(by: .minutes(1))
        #expect(try await house.session(token) == nil)
    }

    @Test func `signing out ends the session`() async throws {
        let fatma = try await house.learner("Fatma")
        let (token, _) = try await house.signIn.signIn(
            .init(name: "fatma", secret: fatma.code.text, address: "1"), kind: .personal)
        try await house.signIn.signOut(token)
        #expect(try await house.session(token) == nil)
    }

    @Test func `after a long silence the one-time code is asked again, and each works once`() async throws {
        let authenticator = try await house.staff("Bram", roles: [.helper])
        house.clock.advance(by: .minutes(5))
        let code = authenticator.code(at: house.now)
        let (token, bram) = try await house.signIn.signIn(
            .init(name: "bram", secret: TestHouse.password, oneTimeCode: code, address: "1"), kind: .shared)
        #expect(try await holds(token))
        house.clock.advance(by: .minutes(16))
        #expect(try await !holds(token))
        try await house.database.write { [house] in try SessionStore().touch(token, at: house.now, on: $0) }
        #expect(try await !holds(token), "looking at a page is no proof")
        #expect(try await !house.signIn.proves(code, bram, in: token), "an old code")
        let next = authenticator.code(at: house.now)
        #expect(try await house.signIn.proves(next, bram, in: token))
        #expect(try await holds(token))
        #expect(try await !house.signIn.proves(next, bram, in: token), "a used code")
    }

    private func holds(_ token: SessionToken) async throws -> Bool {
        try await house.session(token)?.proof.holds(at: house.now) ?? false
    }
}
