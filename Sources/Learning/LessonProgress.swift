package import Courseware
package import Storage

/// How far one learner is in one lesson: a fold over the learning events.
package struct LessonProgress: Sendable, Equatable {
    /// Where help is offered: as often wrong at the same thing, one after the other.
    static let wrongUntilHelp = 3

    package let account: AccountID
    package let course: CourseID
    package let lesson: LessonID
    /// How many events it was made of.
    package private(set) var events = 0
    /// In the order in which they were completed first.
    package private(set) var completed: [StepID] = []
    package let startedAt: Instant
    package private(set) var lastActiveAt: Instant
    package private(set) var finishedAt: Instant?
    /// The question or practice that the last wrong tries were at: `step/question`.
    package private(set) var stuckOn: String?
    package private(set) var wrongInARow = 0
    package private(set) var helpAskedAt: Instant?

    package enum State: String, Sendable, CaseIterable {
        case notStarted = "not-started"
        case busy
        case needsHelp = "needs-help"
        case done
    }

    /// Nothing happened yet but the lesson being opened at that moment.
    package init(_ account: AccountID, _ course: CourseID, _ lesson: LessonID, at instant: Instant) {
        self.account = account
        self.course = course
        self.lesson = lesson
        startedAt = instant
        lastActiveAt = instant
    }

    package var state: State {
        Self.state(finishedAt: finishedAt, wrongInARow: wrongInARow, helpAskedAt: helpAskedAt)
    }

    /// The same, for who has these three only: a dashboard of a large group.
    package static func state(finishedAt: Instant?, wrongInARow: Int, helpAskedAt: Instant?) -> State {
        if helpAskedAt != nil || wrongInARow >= wrongUntilHelp { return .needsHelp }
        return finishedAt == nil ? .busy : .done
    }

    package mutating func apply(_ event: LearningEvent) {
        events += 1
        if event.deed != .helped { lastActiveAt = max(lastActiveAt, event.occurredAt) }
        switch event.deed {
        case .completed:
            if let step = event.step, !completed.contains(step) { completed.append(step) }
        case .answered(let question, _, let isRight): tried(event.step, question.rawValue, isRight, event)
        case .practised(let practice): tried(event.step, practice.rawValue, true, event)
        case .stumbled(let practice, _): tried(event.step, practice.rawValue, false, event)
        case .ticked, .unticked: break
        case .askedForHelp: helpAskedAt = helpAskedAt ?? event.occurredAt
        case .helped: forgetTrouble()
        case .finished:
            finishedAt = finishedAt ?? event.occurredAt
            forgetTrouble()
        }
    }

    private mutating func tried(_ step: StepID?, _ subject: String, _ isRight: Bool, _ event: LearningEvent) {
        let place = "\(step?.rawValue ?? "")/\(subject)"
        if isRight {
            if stuckOn == place { (stuckOn, wrongInARow) = (nil, 0) }
        } else {
            wrongInARow = stuckOn == place ? wrongInARow + 1 : 1
            stuckOn = place
        }
    }

    private mutating func forgetTrouble() {
        (stuckOn, wrongInARow, helpAskedAt) = (nil, 0, nil)
    }
}

extension LessonProgress {
    /// As it stands in the database.
    init(_ row: Row) throws(StorageError) {
        account = try row["account_id"]
        course = CourseID(unchecked: try row["course"])
        lesson = LessonID(unchecked: try row["lesson"])
        events = try row["events"]
        let steps: String = try row["completed_steps"]
        completed = steps.split(separator: " ").map { StepID(unchecked: String($0)) }
        startedAt = try row["started_at"]
        lastActiveAt = try row["last_active_at"]
        finishedAt = try row["finished_at"]
        stuckOn = try row["stuck_on"]
        wrongInARow = try row["wrong_in_a_row"]
        helpAskedAt = try row["help_asked_at"]
    }
}

extension Lesson {
    /// The step to go on with: the first that is not completed, by the ids of today; the first where all are.
    package func resumePoint(_ progress: LessonProgress?) -> Step? {
        let completed = Set((progress?.completed ?? []).map(current))
        return steps.first { !completed.contains($0.id) } ?? steps.first
    }

    /// How many of today's steps are completed.
    package func completedCount(_ progress: LessonProgress?) -> Int {
        let completed = Set((progress?.completed ?? []).map(current))
        return steps.count { completed.contains($0.id) }
    }
}
