import Courseware
import Hummingbird
import Mandates
import Storage
import Testing

@testable import Web

@Suite struct CoursePageTests {
    @Test func `who has finished a course is shown the way on and the way back`() async throws {
        let house = try await TestSite()
        let course = try #require(TestSite.library.course(HelperRequirements.course))
        let page = try await text(.course(course.id), as: .helper, house)
        let first = try #require(course.lessons.first)
        #expect(page.contains("Je bent klaar met deze cursus."))
        #expect(page.contains(#"href="\#(Path.lesson(course.id, first.id))">Bekijk de cursus nog een keer</a>"#))
        #expect(page.contains(#"href="/cursussen">Alle cursussen</a>"#))
        #expect(page.contains("Volgende cursus: "))
    }

    @Test func `who has not is shown where to begin`() async throws {
        let house = try await TestSite()
        let page = try await text(.course(HelperRequirements.course), as: .otherHelper, house)
        #expect(page.contains("Begin met de cursus"))
        #expect(!page.contains("Bekijk de cursus nog een keer"))
    }

    @Test func `the next course is the first after it that is not finished`() throws {
        let courses = TestSite.library.courses
        try #require(courses.count > 2)
        let shelf = CourseShelf(courses, [])
        #expect(shelf.unfinished(after: courses[0])?.id == courses[1].id)
        #expect(shelf.unfinished(after: courses[courses.count - 1])?.id == courses[0].id)
        #expect(CourseShelf([courses[0]], []).unfinished(after: courses[0]) == nil)
    }

    private func text(_ path: Path, as visit: Visit, _ house: TestSite) async throws -> String {
        let response = try await house.ask(.get, path.text, as: visit)
        return try await response.wholeBody().map { String(buffer: $0) } ?? ""
    }
}
