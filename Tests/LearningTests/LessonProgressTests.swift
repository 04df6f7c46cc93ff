import Accounts
import Courseware
import Foundation
import Learning
import Storage
import TestDatabase
import Testing

/// Fatma in a lesson of three steps, on a real database.
struct Classroom {
    let database: any Database
    let fatma: AccountID
    let world = World(clock: Clock { Instant(milliseconds: 1_795_500_000_000) }, randomness: .system)
    let lesson: Lesson

    init() async throws {
        let root = NSTemporaryDirectory() + "meedoen-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: "\(root)/Courses/proef", withIntermediateDirectories: true)
        try Data("---\ntitle: Proef\n---\n".utf8).write(to: URL(fileURLWithPath: "\(root)/Courses/proef/course.md"))
        let text = """
            ---
            title: Les
            moved: {oud: twee}
            ---

            ## Een {#een}

            > [!QUESTION] {#wie}
            > Wie?
            >
            > - [ ] Jij
            > - [x] Ik

            ## Twee {#twee}

            > [!QUESTION] {#hoofdstad}
            > Wat is de hoofdstad?
            >
            > - = Amsterdam

            ## Drie {#drie}

            - [ ] Een ding
            """
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(root)/Courses/proef/01-les.md"))
        let library = LibraryReader(courses: "\(root)/Courses", content: "\(root)/Content").read()
        lesson = try #require(library.courses.first?.lessons.first)
        database = try TestDatabase.open(clock: world.clock)
        fatma = world.newID()
        try await database.write { [fatma, world] connection in
            try AccountStore().insert(
                Account(id: fatma, organisation: nil, name: nil, loginName: nil, roles: [.learner]), at: world.now,
                on: connection)
        }
    }

    var study: Study { Study(database: database, world: world) }
    func place(_ step: String) -> Study.Place { Study.Place(lesson, StepID(unchecked: step)) }
    var question: Question { lesson.steps[0].question(QuestionID(unchecked: "wie"), in: .dutch)! }

    func progress() async throws -> LessonProgress? {
        try await database.read { [fatma, lesson] in
            try LessonProgressStore().progress(of: fatma, in: lesson.course, lesson.id, on: $0)
        }
    }
}


@Suite struct LessonProgressTests {
    @Test func `completing the steps one by one resumes at the next, and finishes with the last`() async throws {
        let room = try await Classroom()
        #expect(room.lesson.resumePoint(nil)?.id.rawValue == "een")
        try await room.study.complete(room.place("een"), by: room.fatma, form: room.world.newID())
        #expect(room.lesson.resumePoint(try await room.progress())?.id.rawValue == "twee")
        #expect(try await room.progress()?.state == .busy)
        try await room.study.complete(room.place("drie"), by: room.fatma, form: room.world.newID())
        try await room.study.complete(room.place("twee"), by: room.fatma, form: room.world.newID())
        #expect(try await room.progress()?.state == .done)
    }

    @Test func `the same form twice counts once`() async throws {
        let room = try await Classroom()
        let form: LearningEventID = room.world.newID()
        for _ in 0..<2 { try await room.study.complete(room.place("een"), by: room.fatma, form: form) }
        #expect(try await room.progress()?.events == 1)
    }

    @Test func `progress follows a step that got another id`() async throws {
        let room = try await Classroom()
        try await room.study.complete(room.place("oud"), by: room.fatma, form: room.world.newID())
        #expect(room.lesson.completedCount(try await room.progress()) == 1)
        #expect(room.lesson.step(StepID(unchecked: "oud"))?.id.rawValue == "twee")
    }

    @Test func `three wrong answers in a row call for help, and a right one takes that back`() async throws {
        let room = try await Classroom()
        for count in 1...3 {
            try await room.study.answer(
                room.question, with: .chosen([0]), at: room.place("een"), by: room.fatma, form: room.world.newID())
            #expect(try await room.progress()?.state == (count == 3 ? .needsHelp : .busy))
        }
        try await room.study.answer(
            room.question, with: .chosen([1]), at: room.place("een"), by: room.fatma, form: room.world.newID())
        #expect(try await room.progress()?.state == .busy)
    }

    @Test func `asking for help shows until the lesson is finished`() async throws {
        let room = try await Classroom()
        try await room.study.askForHelp(at: room.place("een"), by: room.fatma, form: room.world.newID())
        #expect(try await room.progress()?.state == .needsHelp)
        for step in ["een", "twee", "drie"] {
            try await room.study.complete(room.place(step), by: room.fatma, form: room.world.newID())
        }
        #expect(try await room.progress()?.state == .done)
    }

    @Test func `what was ticked stays ticked until it is unticked`() async throws {
        let room = try await Classroom()
        let ticked: () async throws -> Set<String> = {
            try await room.database.read { [fatma = room.fatma, lesson = room.lesson] in
                try LearningEventStore().events(of: fatma, in: lesson.course, lesson.id, on: $0).tickedItems
            }
        }
        try await room.study.tick(["1.1"], of: ["1.1"], at: room.place("drie"), by: room.fatma)
        #expect(try await ticked() == ["1.1"])
        try await room.study.tick([], of: ["1.1"], at: room.place("drie"), by: room.fatma)
        #expect(try await ticked() == [])
    }

    @Test func `progress made anew from the log is the same, whatever happened`() async throws {
        let room = try await Classroom()
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<150 {
            let place = room.place(["een", "twee", "drie"].randomElement(using: &dice)!)
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: try await room.study.complete(place, by: room.fatma, form: room.world.newID())
            case 1: try await room.study.askForHelp(at: place, by: room.fatma, form: room.world.newID())
            case 2:
                try await room.study.stumble(
                    in: PracticeID(unchecked: "inloggen"), fields: ["Naam", "Code"], at: place, by: room.fatma,
                    form: room.world.newID())
            default:
                try await room.study.answer(
                    room.question, with: .chosen([Int.random(in: 0...1, using: &dice)]), at: place, by: room.fatma,
                    form: room.world.newID())
            }
        }
        let kept = try await room.progress()
        let made = try await room.database.write { [fatma = room.fatma, world = room.world, lesson = room.lesson] in
            try LearningLog(world: world).rebuild(fatma, lesson.course, lesson.id, on: $0)
        }
        #expect(kept == made)
        #expect(kept?.events ?? 0 >= 150)
    }

    @Test func `what a browser learned goes along with who signs in, once`() async throws {
        let room = try await Classroom()
        let browser: AccountID = room.world.newID()
        try await room.database.write { [world = room.world] in
            try AccountStore().insert(
                Account(id: browser, organisation: nil, name: nil, loginName: nil, roles: [.learner]), at: world.now,
                on: $0)
        }
        try await room.study.complete(room.place("een"), by: room.fatma, form: room.world.newID())
        try await room.study.complete(room.place("twee"), by: browser, form: room.world.newID())
        for _ in 0..<2 {
            try await room.database.write { [fatma = room.fatma, world = room.world] in
                try LearningLog(world: world).handOver(from: browser, to: fatma, on: $0)
            }
        }
        #expect(try await room.progress()?.completed.map(\.rawValue) == ["een", "twee"])
        #expect(try await room.progress()?.events == 2)
    }
}
