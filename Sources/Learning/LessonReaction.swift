package import Courseware
package import Storage

/// What a learner thought of a lesson: a face, and a sentence for who likes to.
package struct LessonReaction: Sendable, Equatable {
    /// In characters.
    package static let longestSentence = 300

    package enum Face: String, SQLText, CaseIterable {
        case glad
        case soSo = "so-so"
        case sad
    }

    package let account: AccountID
    package let course: CourseID
    package let lesson: LessonID
    /// The language in which the lesson was read.
    package let language: Language
    package let face: Face
    /// May be empty.
    package let sentence: String
    package let reactedAt: Instant

    /// - Throws: where the sentence is too long, or holds what nobody here may have.
    package init(
        by account: AccountID, to lesson: Lesson, in language: Language, _ face: Face, _ sentence: String,
        at instant: Instant
    ) throws(LessonReactionRefusal) {
        guard sentence.count <= Self.longestSentence else { throw .sentenceTooLong }
        guard !CitizenNumber.looksReal(in: sentence) else { throw .citizenNumber }
        self.account = account
        course = lesson.course
        self.lesson = lesson.id
        self.language = language
        self.face = face
        self.sentence = sentence
        reactedAt = instant
    }
}

package enum LessonReactionRefusal: Error, Equatable {
    /// None of the three was chosen.
    case faceMissing
    case sentenceTooLong
    /// A number that could be somebody's own stands in it.
    case citizenNumber
}

extension LessonReaction {
    /// As it stands in the database.
    init(_ row: Row) throws(StorageError) {
        account = try row["account_id"]
        course = CourseID(unchecked: try row["course"])
        lesson = LessonID(unchecked: try row["lesson"])
        let tag: String = try row["language"]
        language = Language(stringLiteral: tag)
        face = try row["face"]
        sentence = try row["sentence"]
        reactedAt = try row["reacted_at"]
    }
}
