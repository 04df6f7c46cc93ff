import Accounts
import Courseware
import Learning
import Storage
import Testing

@Suite struct LessonFiguresTests {
    @Test func `an author sees where learners come, finish, stop and ask for help`() async throws {
        let room = try await Classroom()
        let henk = try await room.learner()
        for learner in [room.fatma, henk] {
            try await room.study.complete(room.place("een"), by: learner, form: room.world.newID())
        }
        try await room.study.askForHelp(at: room.place("twee"), by: henk, form: room.world.newID())
        for step in ["twee", "drie"] {
            try await room.study.complete(room.place(step), by: room.fatma, form: room.world.newID())
        }
        let figures = try await room.figures(after: .days(13))
        #expect(figures.started == 2)
        #expect(figures.finished == 1)
        #expect(figures.steps.map(\.started) == [2, 2, 1])
        #expect(figures.steps.map(\.finished) == [2, 1, 1])
        #expect(figures.steps.map(\.askedForHelp) == [0, 1, 0])
        #expect(figures.steps.map(\.stopped) == [0, 0, 0], "Henk may still come back")
        #expect(try await room.figures(after: .days(15)).steps.map(\.stopped) == [0, 1, 0])
    }

    @Test func `what was done under the old id of a step counts for the step`() async throws {
        let room = try await Classroom()
        try await room.study.complete(room.place("oud"), by: room.fatma, form: room.world.newID())
        try await room.study.askForHelp(at: room.place("oud"), by: room.fatma, form: room.world.newID())
        let figures = try await room.figures()
        #expect(figures.steps.map(\.finished) == [0, 1, 0])
        #expect(figures.steps.map(\.askedForHelp) == [0, 1, 0])
    }

    @Test func `the wrong answers given most stand first, right ones not at all`() async throws {
        let room = try await Classroom()
        let henk = try await room.learner()
        for (learner, choice) in [(room.fatma, 0), (henk, 0), (henk, 1)] {
            try await room.study.answer(
                room.question, with: .chosen([choice]), at: room.place("een"), by: learner, form: room.world.newID())
        }
        let wrong = try await room.figures().steps[0].wrongAnswers
        #expect(wrong.map(\.answer) == [.chosen([0])])
        #expect(wrong.map(\.times) == [2])
    }

    @Test func `what fewer than three learners typed is not shown`() async throws {
        let room = try await Classroom()
        for count in 1...3 {
            let learner = try await room.learner()
            try await room.study.answer(
                room.typed, with: .typed("Parijs"), at: room.place("twee"), by: learner, form: room.world.newID())
            #expect(try await room.figures().steps[1].wrongAnswers.count == (count < 3 ? 0 : 1))
        }
    }

    @Test func `a tally counts who began, who finished and the faces`() async throws {
        let room = try await Classroom()
        let henk = try await room.learner()
        for step in ["een", "twee", "drie"] {
            try await room.study.complete(room.place(step), by: henk, form: room.world.newID())
        }
        try await room.study.complete(room.place("een"), by: room.fatma, form: room.world.newID())
        try await room.react(henk, .glad, "Fijn")
        let tally = try await room.database.read { [lesson = room.lesson] in
            try LessonFiguresStore().tallies(of: lesson.course, on: $0)[lesson.id]
        }
        #expect(tally?.started == 2)
        #expect(tally?.finished == 1)
        #expect(tally?.faces == [.glad: 1])
    }
}

@Suite struct LessonReactionTests {
    @Test func `the last word of a learner counts`() async throws {
        let room = try await Classroom()
        try await room.react(room.fatma, .sad, "Te moeilijk")
        try await room.react(room.fatma, .glad, "Toch niet")
        #expect(try await room.reactions().map(\.face) == [.glad])
        #expect(try await room.reactions().map(\.sentence) == ["Toch niet"])
    }

    @Test func `a sentence with a real-looking number or too many words is refused`() async throws {
        let room = try await Classroom()
        await #expect(throws: LessonReactionRefusal.citizenNumber) {
            try await room.react(room.fatma, .sad, "Mijn nummer is 111 222 333.")
        }
        await #expect(throws: LessonReactionRefusal.sentenceTooLong) {
            try await room.react(room.fatma, .sad, String(repeating: "a", count: 301))
        }
        #expect(try await room.reactions().isEmpty)
    }

    @Test func `what was said in the browser goes along with the name, and does not replace what was said before`() async throws {
        let room = try await Classroom()
        let browser = try await room.learner()
        try await room.react(browser, .soSo, "Ging wel")
        try await room.handOver(from: browser)
        #expect(try await room.reactions().map(\.account) == [room.fatma])
        let other = try await room.learner()
        try await room.react(other, .sad, "")
        try await room.handOver(from: other)
        #expect(try await room.reactions().map(\.sentence) == ["Ging wel"])
    }
}

extension Classroom {
    var typed: Question { lesson.steps[1].question(QuestionID(unchecked: "hoofdstad"), in: .dutch)! }

    func learner() async throws -> AccountID {
        let id: AccountID = world.newID()
        try await database.write { [world] connection in
            try AccountStore().insert(
                Account(id: id, organisation: nil, name: nil, loginName: nil, roles: [.learner]), at: world.now,
                on: connection)
        }
        return id
    }

    func figures(after duration: Duration = .zero) async throws -> LessonFigures {
        try await database.read { [lesson, world] in
            try LessonFiguresStore().figures(of: lesson, at: world.now + duration, on: $0)
        }
    }

    func react(_ account: AccountID, _ face: LessonReaction.Face, _ sentence: String) async throws {
        let reaction = try LessonReaction(by: account, to: lesson, in: .dutch, face, sentence, at: world.now)
        try await database.write { try LessonReactionStore().save(reaction, on: $0) }
    }

    func reactions() async throws -> [LessonReaction] {
        try await database.read { [lesson] in try LessonReactionStore().reactions(to: lesson, on: $0) }
    }

    func handOver(from browser: AccountID) async throws {
        try await database.write { [fatma, world] in
            try LearningLog(world: world).handOver(from: browser, to: fatma, on: $0)
        }
    }
}
