struct LinksLeadSomewhere: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.links.compactMap { link in
            let name = link.link.destination
            if let problem = link.base == .content ? outside(link.target, site.map) : inside(link.target, site.map) {
                return link.document.finding(link.place, "broken-link", "“\(name)” \(problem)", remedy(link.base))
            }
            guard isUnseen(link.target, from: link.base, site.map) else { return nil }
            return link.document.finding(
                link.place, "broken-link", "“\(name)” is a draft, which learners do not see",
                "take the link out until that course is published")
        } + site.documents.courses.flatMap { folder in folder.course.flatMap { required($0, folder.id, site.map) } }
            + site.documents.services.flatMap { lessons(of: $0, site.map) }
    }

    private func remedy(_ base: LinkTarget.Base) -> String {
        base == .content
            ? "link to a course by ../<course>/course.md, or to a web address" : "name the plain file of something that is there"
    }

    private func inside(_ target: LinkTarget, _ map: SiteMap) -> String? {
        switch target {
        case .lessonFile(let course, let file, _): map.lesson(file, in: course) == nil ? "is no lesson that exists" : nil
        case .courseFile(let course): map.course(course) == nil ? "is no course that exists" : nil
        case .practiceFile(let course, let file, _): map.practice(file, in: course) == nil ? "is no practice that exists" : nil
        case .pictureFile, .unknownFile: "is no file that a lesson can lead to"
        case .here, .term, .service, .outside, .unsafe: nil
        }
    }

    /// A page of the site stands in no course, so a file means nothing there.
    private func outside(_ target: LinkTarget, _ map: SiteMap) -> String? {
        switch target {
        case .courseFile(let course): map.course(course) == nil ? "is no course that exists" : nil
        case .lessonFile(let course, let file, _) where map.lesson(file, in: course) != nil: nil
        case .lessonFile, .practiceFile, .pictureFile, .unknownFile: "means nothing outside a course"
        case .here, .term, .service, .outside, .unsafe: nil
        }
    }

    /// From a course that learners see to one that they do not.
    private func isUnseen(_ target: LinkTarget, from base: LinkTarget.Base, _ map: SiteMap) -> Bool {
        let course: String
        switch target {
        case .lessonFile(let other, _, _), .courseFile(let other), .practiceFile(let other, _, _): course = other
        default: return false
        }
        return map.isDraft(course) && base.course.map(map.isDraft) != true
    }

    private func required(_ document: Document, _ own: String, _ map: SiteMap) -> [Finding] {
        (document.frontMatter.list("requires") ?? []).compactMap { course in
            let exists = CourseID(rawValue: course).map(map.has) == true
            guard !exists || course == own else { return nil }
            return document.finding(
                document.place(ofKey: "requires"), "broken-link",
                exists ? "the course requires itself" : "the required course “\(course)” does not exist",
                exists ? "take it out" : "name a folder of Courses")
        }
    }

    private func lessons(of service: Document, _ map: SiteMap) -> [Finding] {
        let (lessons, key) = (service.frontMatter.list("lessons") ?? [], service.place(ofKey: "lessons"))
        return lessons.filter { text in
            LessonReference(text: text).map { map.has($0.lesson, in: $0.course) } != true
        }.map {
            service.finding(
                service.place(of: $0, from: key, lines: lessons.count + 1) ?? key, "broken-link",
                "the lesson “\($0)” does not exist", "write course/lesson, such as digid/inloggen")
        }
    }
}
