import Courseware
import Learning
import Storage

/// Twelve learners at different points: some done, some busy, some stuck, some not begun.
struct DemonstrationLessons {
    private let database: any Database
    private let library: Library

    init(_ database: any Database, _ library: Library) {
        self.database = database
        self.library = library
    }

    func learn(_ learners: [AccountID]) async throws {
        let lessons = library.courses.filter { $0.status == .published && $0.audience == .learner }.flatMap(\.lessons)
        let now = Clock.system.now()
        for (number, learner) in learners.enumerated() {
            let world = World(
                clock: Clock { now - .hours(number * 7) - .minutes(9) },
                randomness: DemonstrationRandomness.make("learner \(number)"))
            let study = Study(database: database, world: world)
            var left = [40, 12, 7, 3, 18, 0, 9, 25, 1, 14, 5, 0][number % 12]
            for lesson in lessons {
                for step in lesson.steps where left > 0 {
                    left -= 1
                    let place = Study.Place(lesson, step.id)
                    try await answer(step, at: place, isRight: left > 0, by: learner, study, world)
                    if left > 0 { try await study.complete(place, by: learner, form: world.newID()) }
                    if left == 0, number == 3 { try await study.askForHelp(at: place, by: learner, form: world.newID()) }
                }
            }
        }
    }

    /// Right at once; or, in the last step, three times wrong.
    private func answer(
        _ step: Step, at place: Study.Place, isRight: Bool, by learner: AccountID, _ study: Study, _ world: World
    ) async throws {
        for case .question(let question) in step.texts[.dutch].parts {
            guard case .oneAnswer(let options) = question.kind,
                let choice = options.firstIndex(where: { $0.isRight == isRight })
            else { continue }
            for _ in 0..<(isRight ? 1 : 3) {
                try await study.answer(
                    question, with: .chosen([choice]), at: place, by: learner, form: world.newID())
            }
        }
    }
}
