import Accounts
import Markup
import Storage

/// Organisations with their staff, and the form that adds to them.
struct StaffPage: Page {
    struct Section: Sendable {
        let organisation: Organisation
        let staff: [Account]
    }

    enum Problem: String {
        case nameUnusable = "name-unusable"
        case roleMissing = "role-missing"
        case organisationMissing = "organisation-missing"
        case organisationNameMissing = "organisation-name-missing"

        var field: String {
            switch self {
            case .nameUnusable: "naam"
            case .roleMissing: "rol-coach"
            case .organisationMissing: "organisatie"
            case .organisationNameMissing: "organisatie-naam"
            }
        }
    }

    struct Typed: Sendable {
        var name = ""
        var roles: Set<Role> = []
        var organisation: OrganisationID?

        func problem(known organisations: [OrganisationID]) -> Problem? {
            if name.isEmpty { return .nameUnusable }
            if roles.isEmpty { return .roleMissing }
            return organisation.map(organisations.contains) == true ? nil : .organisationMissing
        }
    }

    let ink: Ink
    let sections: [Section]
    var typed = Typed()
    var problem: Problem?
    /// Somebody just made, with the link to hand over.
    var made: (name: String, address: String)?

    var hasErrors: Bool { problem != nil }
    var title: String { labels["staff.title"] }
    private var labels: Labels { ink.labels }

    var main: HTML {
        #"""
        <h1>\#(title)</h1>
        \#(summary)\#(link)\#(each: sections, list)
        <h2>\#(labels["staff.add"])</h2>
        \#(if: sections.isEmpty, "<p>\(labels["staff.first-organisation"])</p>")\#(if: !sections.isEmpty, addForm)
        <h2>\#(labels["staff.add-organisation"])</h2>
        <form method="post" action="\#(Path.organisations.text)" novalidate>
        \#(ink.formID)\#(TextField(name: "organisatie-naam", label: labels["staff.organisation-name"], error: error(.organisationNameMissing)).html)
        <button class="button">\#(labels["staff.add-organisation"])</button>
        </form>
        """#
    }

    private var summary: HTML {
        guard let problem else { return "" }
        return ErrorSummary(
            title: labels["form.summary"], problems: [(problem.field, labels["staff.\(problem.rawValue)"])]
        ).html
    }

    private var link: HTML {
        guard let made else { return "" }
        return #"""
            <div class="callout callout-tip" role="status">
            <p>\#(labels["staff.made", ["name": made.name]])</p>
            <p class="key">\#(made.address)</p>
            </div>

            """#
    }

    private func list(_ section: Section) -> HTML {
        #"""
        <h2>\#(section.organisation.name)</h2>
        <ul>\#(each: section.staff, { "<li>\(ink.nameAndRoles(of: $0))\(erasure($0))</li>" })</ul>

        """#
    }

    private func erasure(_ account: Account) -> HTML {
        guard ink.account?.mayErase(account) == true else { return "" }
        return #" <a href="\#(Path.erasure(of: account.id).text)">\#(labels["erasure.link-of", ["name": account.name ?? ""]])</a>"#
    }

    private func error(_ candidate: Problem) -> String? {
        problem == candidate ? labels["staff.\(candidate.rawValue)"] : nil
    }

    private var addForm: HTML {
        #"""
        <form method="post" action="\#(Path.staff.text)" novalidate>
        \#(TextField(name: "naam", label: labels["staff.name"], value: typed.name, error: error(.nameUnusable)).html)
        <fieldset><legend>\#(labels["staff.roles"])</legend>
        \#(error(.roleMissing).map { #"<p class="error">\#($0)</p>"# as HTML })
        \#(each: Role.allCases.filter(\.isStaff), roleChoice)</fieldset>
        <div class="field"><label for="organisatie">\#(labels["staff.organisation"])</label>
        <select id="organisatie" name="organisatie">\#(each: sections, option)</select></div>
        <button class="button">\#(labels["staff.add"])</button>
        </form>

        """#
    }

    private func option(_ section: Section) -> HTML {
        let id = section.organisation.id
        return #"""
            <option value="\#(id.rawValue)"\#(if: typed.organisation == id, " selected")>\#(section.organisation.name)</option>
            """#
    }

    private func roleChoice(_ role: Role) -> HTML {
        #"""
        <div class="choice"><input type="checkbox" id="rol-\#(role.rawValue)" name="rol" value="\#(role.rawValue)"\#(if: typed.roles.contains(role), " checked")>
        <label for="rol-\#(role.rawValue)">\#(labels["role.\(role.rawValue)"])</label></div>

        """#
    }
}
