import Courseware
import Foundation
import Mandates
import Storage

/// Every address of the site, written once. A handler is added at an address of this list, and a link is made by it.
struct Path: Hashable, Sendable, CustomStringConvertible {
    /// Starts with a slash; may hold a query. Safe to put in an attribute or a header: it is made of ids.
    let text: String
    var description: String { text }

    init(_ text: String) { self.text = text }

    static let home = Path("/")

    // Accounts
    static let signIn = Path("/inloggen")
    static let staffSignIn = Path("/inloggen/medewerker")
    static let signOut = Path("/uitloggen")
    static let signedOut = Path("/uitgelogd")
    static let stillThere = Path("/nog-bezig")
    static let name = Path("/mijn-naam")
    static func setUp(_ token: String) -> Path { Path("/instellen/\(token)") }
    static let staff = Path("/beheer/medewerkers")
    static let organisations = Path("/beheer/organisaties")
    static let ownErasure = Path("/mijn-gegevens/wissing")
    static func erasure(of person: AccountID) -> Path { Path("/personen/\(person.rawValue)/wissing") }
    static let erased = Path("/gewist")

    // Audit
    static let ownLog = Path("/wie-deed-wat")
    static func ownLog(before sequence: Int) -> Path { Path("\(Path.ownLog)?voor=\(sequence)") }
    static let auditLog = Path("/logboek")

    // Shell
    static let search = Path("/zoeken")
    static let language = Path("/taal")
    static let demonstration = Path("/demonstratie")
    static let accessibility = Path("/toegankelijkheid")
    static let privacy = Path("/privacy")
    static let about = Path("/over")

    // Learning
    static let courses = Path("/cursussen")
    static func course(_ id: CourseID) -> Path { Path("/cursussen/\(id.rawValue)") }
    static func lesson(_ course: CourseID, _ lesson: LessonID) -> Path {
        Path("/cursussen/\(course.rawValue)/\(lesson.rawValue)")
    }
    static func step(_ course: CourseID, _ lesson: LessonID, _ step: StepID) -> Path {
        Path("/cursussen/\(course.rawValue)/\(lesson.rawValue)/\(step.rawValue)")
    }
    static func completion(_ course: CourseID, _ lesson: LessonID, _ step: StepID) -> Path {
        Path("\(Path.step(course, lesson, step))/voltooiing")
    }
    static func answer(_ course: CourseID, _ lesson: LessonID, _ step: StepID, _ question: QuestionID) -> Path {
        Path("\(Path.step(course, lesson, step))/antwoorden/\(question)")
    }
    static func ticks(_ course: CourseID, _ lesson: LessonID, _ step: StepID) -> Path {
        Path("\(Path.step(course, lesson, step))/vinkjes")
    }
    static func help(_ course: CourseID, _ lesson: LessonID, _ step: StepID) -> Path {
        Path("\(Path.step(course, lesson, step))/hulp")
    }
    static func finished(_ course: CourseID, _ lesson: LessonID) -> Path { Path("/afgerond/\(course)/\(lesson)") }
    static func reaction(_ course: CourseID, _ lesson: LessonID) -> Path { Path("\(Path.finished(course, lesson))/mening") }
    static func screen(_ course: CourseID, _ practice: PracticeID, _ screen: ScreenID) -> Path {
        Path("\(Path.practice(course, practice))/\(screen)")
    }
    static func practice(_ course: CourseID, _ practice: PracticeID) -> Path {
        Path("/oefeningen/\(course.rawValue)/\(practice.rawValue)")
    }
    static func print(_ course: CourseID) -> Path { Path("/afdrukken/\(course)") }
    static func print(_ course: CourseID, _ lesson: LessonID) -> Path { Path("/afdrukken/\(course)/\(lesson)") }
    static func print(_ course: CourseID, _ practice: PracticeID) -> Path { Path("/afdrukken/\(course)/oefening/\(practice)") }
    /// A picture is called as its author likes.
    static func image(_ course: CourseID, _ file: String) -> Path {
        Path("/beelden/\(course.rawValue)/\(file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "")")
    }

    /// The practice, opened from a step of a lesson.
    func from(_ lesson: Lesson, _ step: Step) -> Path { Path("\(text)?les=\(lesson.id)/\(step.id)") }

    /// Where to come back to after signing in: kept only where it is an address of this site.
    static func local(_ text: String) -> Path? {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), !text.hasPrefix("/\\"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return Path(text)
    }

    // Coaching
    static let groups = Path("/groepen")
    static func group(_ id: GroupID) -> Path { Path("/groepen/\(id.rawValue)") }
    static func group(_ id: GroupID, _ course: CourseID) -> Path { Path("/groepen/\(id.rawValue)?cursus=\(course)") }
    static func newLearner(_ group: GroupID) -> Path { Path("/groepen/\(group.rawValue)/cursisten") }
    static func learner(_ group: GroupID, _ learner: AccountID) -> Path {
        Path("/groepen/\(group.rawValue)/cursisten/\(learner.rawValue)")
    }
    static func card(_ group: GroupID, _ learner: AccountID) -> Path { Path("\(Path.learner(group, learner))/kaartje") }
    static func helped(_ group: GroupID, _ learner: AccountID) -> Path { Path("\(Path.learner(group, learner))/hulp") }

    // Authors
    static let authors = Path("/auteurs")
    static func review(_ course: CourseID, _ language: Language) -> Path {
        Path("/auteurs/\(course)?taal=\(language.rawValue)")
    }
    static func review(_ course: CourseID, _ lesson: LessonID, _ language: Language) -> Path {
        Path("/auteurs/\(course)/\(lesson)?taal=\(language.rawValue)")
    }

    // Mandates
    static let help = Path("/hulp")
    static func askForHelp(_ service: ServiceID) -> Path { Path("/hulp/\(service)") }
    /// The way to an organisation's own mandate.
    static func officialMandate(_ service: ServiceID) -> Path { Path("\(Path.askForHelp(service))/machtiging") }
    static func withdrawal(_ official: OfficialMandateID) -> Path { Path("/hulp/machtigingen/\(official.rawValue)/intrekking") }
    static func withdrawal(_ request: HelpRequestID) -> Path { Path("/hulp/aanvragen/\(request.rawValue)/intrekking") }
    static func personAnswer(_ match: HelperMatchID) -> Path { Path("/hulp/helpers/\(match.rawValue)/antwoord") }
    static let inbox = Path("/berichten")
    /// What two write to each other.
    static func conversation(_ match: HelperMatchID) -> Path { Path("/berichten/\(match.rawValue)") }
    static func coordinatorCall(_ match: HelperMatchID) -> Path { Path("\(Path.conversation(match))/oproep") }
    static func settlement(_ call: CoordinatorCallID) -> Path { Path("/coordinatie/oproepen/\(call.rawValue)/afhandeling") }
    static let appointments = Path("/afspraken")
    static func proposal(_ match: HelperMatchID) -> Path { Path("/afspraken/voorstellen/\(match.rawValue)") }
    static func appointment(_ id: AppointmentID) -> Path { Path("/afspraken/\(id.rawValue)") }
    static func acceptance(_ id: AppointmentID) -> Path { Path("\(Path.appointment(id))/instemming") }
    static func move(_ id: AppointmentID) -> Path { Path("\(Path.appointment(id))/verplaatsing") }
    static func cancellation(_ id: AppointmentID) -> Path { Path("\(Path.appointment(id))/afzegging") }
    static let calendarAddress = Path("/afspraken/agenda")
    static let calendarEnding = Path("/afspraken/agenda/opheffing")
    static func calendar(_ secret: CalendarSecret) -> Path { Path("/agenda/\(secret.text).ics") }
    static let homeVisits = Path("/coordinatie/huisbezoek")
    static let helperDesk = Path("/helper")
    static let helperProfile = Path("/helper/gegevens")
    static let helperTerms = Path("/helper/voorwaarden")
    static func matchAnswer(_ match: HelperMatchID) -> Path { Path("/helper/vragen/\(match.rawValue)/antwoord") }
    static func offer(_ match: HelperMatchID) -> Path { Path("/helper/afspraken/\(match.rawValue)/aanbod") }
    static let coordination = Path("/coordinatie")
    static func mandates(before instant: Instant) -> Path { Path("/coordinatie?voor=\(instant.milliseconds)") }
    static func helperChoice(_ request: HelpRequestID) -> Path { Path("/coordinatie/aanvragen/\(request.rawValue)") }
    static func matching(_ request: HelpRequestID) -> Path { Path("\(Path.helperChoice(request))/helper") }
    static let helpers = Path("/coordinatie/helpers")
    static func certificate(_ helper: AccountID) -> Path { Path("/coordinatie/helpers/\(helper.rawValue)/verklaring") }
    static func report(_ helper: AccountID) -> Path { Path("/coordinatie/helpers/\(helper.rawValue)/melding") }
    static let mandateLimit = Path("/coordinatie/grens")
    static let desk = Path("/balie")
    static func desk(_ citizen: AccountID) -> Path { Path("/balie/\(citizen.rawValue)") }
    static func askAtDesk(_ citizen: AccountID) -> Path { Path("\(Path.desk(citizen))/aanvragen") }
    static func reportAtDesk(_ citizen: AccountID) -> Path { Path("\(Path.desk(citizen))/melding") }
    static func mandate(_ id: MandateID) -> Path { Path("/machtigingen/\(id.rawValue)") }
    static func acts(_ id: MandateID) -> Path { Path("\(Path.mandate(id))/handelingen") }
    static func answer(_ act: RecordedActID, _ id: MandateID) -> Path { Path("\(Path.acts(id))/\(act.rawValue)/antwoord") }
    static func withdrawal(_ act: ActID, _ id: MandateID) -> Path { Path("\(Path.mandate(id))/onderdelen/\(act)/intrekking") }
    static func consent(_ id: MandateID) -> Path { Path("\(Path.mandate(id))/instemming") }
    static func consentOnPaper(_ id: MandateID) -> Path { Path("\(Path.mandate(id))/papieren-instemming") }
    static func renewal(_ id: MandateID) -> Path { Path("\(Path.mandate(id))/verlenging") }
    /// To print and sign; and what proves that it holds, or that it ended.
    static func paper(_ id: MandateID) -> Path { Path("\(Path.mandate(id))/papier") }
    static func proof(_ id: MandateID) -> Path { Path("\(Path.mandate(id))/bewijs") }
    static func statement(_ id: MandateID) -> Path { Path("\(Path.mandate(id))/verklaring") }
    /// Where anybody asks whether the code on a paper holds.
    static let check = Path("/controle")
    static func check(_ code: CheckCode) -> Path { Path("/controle/\(code.rawValue)") }
    static func statement(_ code: CheckCode) -> Path { Path("\(Path.check(code))/verklaring") }
    static let statementKeys = Path("/.well-known/jwks.json")
    /// One noun for each thing that takes no more than a button.
    static func deed(_ button: MandateButton, _ id: MandateID) -> Path { Path("\(Path.mandate(id))/\(button.noun)") }

    /// The address, at the part of the page with this id.
    func at(_ anchor: String) -> Path { Path("\(text)#\(anchor)") }

    /// The address with where to come back to.
    func returning(to path: Path) -> Path { Path("\(text)?terug=\(path.text.percentEncoded)") }
}

extension MandateButton {
    var noun: String {
        switch self {
        case .confirm: "bevestiging"
        case .refuse: "weigering"
        case .revoke: "intrekking"
        case .giveBack: "teruggave"
        case .suspend: "schorsing"
        case .resume: "hervatting"
        }
    }
}

extension String {
    /// Everything but letters, digits, `-`, `.`, `_` and `~` as `%XX` (RFC 3986, 2.3).
    var percentEncoded: String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        return utf8.reduce(into: "") { text, byte in
            if plain.contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}
