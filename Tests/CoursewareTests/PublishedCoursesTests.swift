import Courseware
import Foundation
import Markup
import Testing

/// The real courses, as they are in this repository.
@Suite struct PublishedCoursesTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let reader = LibraryReader(courses: "\(root)/Courses", content: "\(root)/Content")
    let library = reader.read(today: "2026-11-25")

    @Test func `there is nothing that an author can mend`() {
        #expect(library.findings.map(\.text) == [])
    }

    @Test func `every lesson has short sentences, and every step in Dutch reads easily`() {
        for lesson in Self.reader.measures() {
            #expect(lesson.whole.wordsPerSentence <= 10, "\(lesson.path)")
            guard !lesson.path.hasSuffix(".en.md") else { continue }
            for step in lesson.steps { #expect(step.readingEase >= 70, "\(lesson.path): \(step.title)") }
        }
    }

    @Test func `every course, practice and word is there in both languages`() {
        for course in library.courses {
            #expect(course.texts.languages == [.dutch, .english])
            for lesson in course.lessons { #expect(lesson.texts.languages == [.dutch, .english], "\(lesson.id)") }
            for practice in course.practices { #expect(practice.texts.languages == [.dutch, .english], "\(practice.id)") }
        }
        #expect(library.glossary[.dutch]?.map(\.id).sorted() == library.glossary[.english]?.map(\.id).sorted())
        for service in library.services { #expect(service.texts.languages == [.dutch, .english], "\(service.id)") }
    }

    @Test func `every course has what a learner needs`() throws {
        let lessons = ["digid": 9, "berichtenbox": 8, "machtigen": 7, "veilig-online": 5, "veilig-helpen": 5, "coach-aan-de-slag": 5]
        for (course, count) in lessons {
            #expect(try #require(library.course(CourseID(unchecked: course))).lessons.count >= count, "\(course)")
        }
        #expect(library.courses.map(\.practices.count).reduce(0, +) >= 14)
        for course in library.courses {
            #expect(!course.lessons.isEmpty)
            for lesson in course.lessons {
                #expect(!lesson.sources.isEmpty && lesson.checked != nil && !lesson.texts[.dutch].goals.isEmpty)
                #expect((4...9).contains(lesson.steps.count), "\(lesson.id)")
            }
        }
    }

    @Test func `every kind of question is used`() {
        var kinds: Set<String> = []
        for step in library.courses.flatMap(\.lessons).flatMap(\.steps) {
            for case .question(let question) in step.texts[.dutch].parts {
                switch question.kind {
                case .oneAnswer: kinds.insert("one")
                case .severalAnswers: kinds.insert("several")
                case .order: kinds.insert("order")
                case .typed: kinds.insert("typed")
                case .match: kinds.insert("match")
                }
            }
        }
        #expect(kinds.count == 5)
    }

    @Test func `there are words, people, services and an agreement`() throws {
        #expect(try #require(library.glossary[.dutch]).count >= 80)
        #expect(library.personas.count >= 6)
        #expect(library.services.count >= 12)
        #expect(library.mandateTexts.last?.texts.languages == [.dutch, .english])
        #expect(Set(library.words[.dutch] ?? []).count == 1024)
    }

    @Test func `a practice has no button that opens nothing`() {
        for screen in library.courses.flatMap(\.practices).flatMap({ $0.texts[.dutch].screens }) {
            for part in screen.parts {
                guard case .paragraph(let inlines) = part.content else { continue }
                for case .html(let words) in inlines { #expect(!words.string.contains("popovertarget"), "\(screen.id)") }
            }
        }
    }

    @Test func `every practice can be done to the end`() throws {
        for practice in library.courses.flatMap(\.practices) {
            let text = practice.texts[.dutch]
            var states: Set<State> = [State(screen: try #require(practice.firstScreen), flags: [])]
            var open = states
            while let state = open.popFirst() {
                guard let screen = text.screen(state.screen) else { continue }
                for link in screen.links {
                    let next = State(screen: link.target, flags: link.applied(to: state.flags))
                    if states.insert(next).inserted { open.insert(next) }
                }
            }
            #expect(states.contains { practice.isDone($0.flags, on: $0.screen) }, "\(practice.id)")
        }
    }

    private struct State: Hashable {
        let screen: ScreenID
        let flags: Set<PracticeFlag>
    }
}
