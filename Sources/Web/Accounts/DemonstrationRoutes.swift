package import Accounts
import Hummingbird
import Markup
import Storage

/// Somebody of the demonstration, and how to be them.
package struct DemonstrationLogin: Sendable {
    package let loginName: String
    package let role: Role
    /// The password, or the three words.
    package let secret: String
    /// Of this half minute; learners need none.
    package let oneTimeCode: String?

    package init(loginName: String, role: Role, secret: String, oneTimeCode: String?) {
        self.loginName = loginName
        self.role = role
        self.secret = secret
        self.oneTimeCode = oneTimeCode
    }

    /// For a terminal.
    package var line: String {
        let columns = [role.rawValue, loginName, secret].map { $0.padding(to: 24) }
        return "  " + columns.joined() + (oneTimeCode.map { "one-time code \($0)" } ?? "")
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}

/// The list of logins, in a demonstration only.
struct DemonstrationRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        guard let logins = site.settings.demonstration else { return }
        router.get("/demonstratie") { request, context in
            var response = site.answer(
                DemonstrationPage(labels: site.ink(context).labels, logins: logins(site.now)), request, context)
            response.headers[.cacheControl] = "no-store"
            return response
        }
    }
}

struct DemonstrationPage: Page {
    let labels: Labels
    let logins: [DemonstrationLogin]
    var title: String { labels["demonstration.title"] }

    var main: HTML {
        #"""
        <h1>\#(title)</h1>
        <p>\#(labels["demonstration.introduction"])</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label="\#(labels["demonstration.caption"])"><table>
        <thead><tr><th scope="col">\#(labels["demonstration.role"])</th><th scope="col">\#(labels["sign-in.name"])</th><th scope="col">\#(labels["demonstration.secret"])</th><th scope="col">\#(labels["sign-in.one-time-code"])</th></tr></thead>
        <tbody>\#(each: logins, row)</tbody>
        </table></div>
        """#
    }

    private func row(_ login: DemonstrationLogin) -> HTML {
        let door: Path = login.role.isStaff ? .staffSignIn : .signIn
        let address = "\(door.text)?naam=\(login.loginName.percentEncoded)"
        return #"""
            <tr><td>\#(labels["role.\(login.role.rawValue)"])</td><th scope="row"><a href="\#(address)">\#(login.loginName)</a></th><td class="key">\#(login.secret)</td><td class="key">\#(login.oneTimeCode ?? "")</td></tr>

            """#
    }
}
