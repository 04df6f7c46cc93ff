import Courseware
import HTTPTypes
import Hummingbird

/// Switching the language of the site.
struct LanguageRoutes: Routes {
    static let cookie = "taal"
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.post("/taal", use: choose)
    }

    private func choose(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await Form.read(request)
        guard let language = Language(rawValue: form["taal"]), site.library.readingLanguages.contains(language) else {
            throw Interruption.refused(.unprocessableContent, label: "error.bad-request")
        }
        var response = redirect(to: Path.local(form["terug"]) ?? .home)
        response.headers[.setCookie] =
            "\(Self.cookie)=\(language.rawValue); Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"
        return response
    }
}
