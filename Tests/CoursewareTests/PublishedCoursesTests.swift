import Courseware
import Foundation
import Markup
import Testing

/// The real courses, as they are in this repository.
@Suite struct PublishedCoursesTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    let library = LibraryReader(courses: "\(root)/Courses", content: "\(root)/Content").read(today: "2026-11-24")

    @Test func `there is nothing that an author must mend`() {
        #expect(library.findings.filter { $0.severity == .error }.map(\.text) == [])
    }

    @Test func `every course has what a learner needs`() throws {
        #expect(try #require(library.course(CourseID(unchecked: "digid"))).lessons.count >= 4)
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
        #expect(try #require(library.glossary[.dutch]).count >= 25)
        #expect(library.personas.count >= 2)
        #expect(library.services.count >= 3)
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
