package import Learning

/// What one learner of a group did: the coach looks over the shoulder, and that look stands in the log.
package struct Attempts: Sendable {
    package let member: Member
    /// Lesson by lesson, in their order.
    package let events: [LearningEvent]
    package let progress: [LessonProgress]
}
