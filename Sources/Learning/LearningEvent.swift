package import Courseware
package import Storage

/// Something that happened while somebody learned.
package struct LearningEvent: Sendable, Equatable {
    /// Made with the form that was sent: the same form twice is the same event.
    package let id: LearningEventID
    package let account: AccountID
    package let course: CourseID
    package let lesson: LessonID
    package let step: StepID?
    package let deed: Deed
    package let occurredAt: Instant

    package enum Deed: Sendable, Equatable {
        /// The step was read, and left with "next".
        case completed
        case answered(QuestionID, Answer, isRight: Bool)
        case ticked(item: String)
        case unticked(item: String)
        /// A practice was done to the end.
        case practised(PracticeID)
        /// A form of a practice was wrong, in these fields. What was typed is never kept.
        case stumbled(PracticeID, fields: [String])
        case askedForHelp
        /// A coach came by.
        case helped
        /// Every step of the lesson as it was then is completed.
        case finished
    }

    package init(
        id: LearningEventID, account: AccountID, course: CourseID, lesson: LessonID, step: StepID?, deed: Deed,
        occurredAt: Instant
    ) {
        self.id = id
        self.account = account
        self.course = course
        self.lesson = lesson
        self.step = step
        self.deed = deed
        self.occurredAt = occurredAt
    }
}
