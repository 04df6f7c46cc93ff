import Courseware
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The pictures of the courses, from their folders.
struct PictureRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/beelden/:course/:file", use: show)
    }

    private func show(_ request: Request, _ context: SiteContext) throws -> Response {
        let course: CourseID = try context.id("course")
        guard let name = context.parameters.get("file")?.removingPercentEncoding, let path = site.library.picture(name, of: course),
            let file = Assets.File(at: path)
        else { throw Interruption.notFound }
        let headers: HTTPFields = [
            .contentType: file.contentType, .eTag: "\"\(file.hash)\"", .cacheControl: "public, max-age=300",
        ]
        if request.headers[.ifNoneMatch] == headers[.eTag] { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.body))
    }
}
