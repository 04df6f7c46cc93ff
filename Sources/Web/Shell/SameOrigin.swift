import Foundation
import HTTPTypes
import Hummingbird

/// Refuses deeds that another site sends in the visitor's name (CSRF).
///
/// Every browser since 2020 says where a `POST` comes from, in Sec-Fetch-Site or in Origin, and a page cannot change
/// that. So no secret need stand in a form, and a page can be the same for everybody. What says nothing is refused.
enum SameOrigin {
    static func allows(_ request: Request) -> Bool {
        if request.method == .get || request.method == .head { return true }
        if let site = request.headers[.secFetchSite] { return site == "same-origin" }
        guard let origin = request.headers[.origin], let host = request.head.authority,
            let separator = origin.range(of: "://")
        else { return false }
        return origin[separator.upperBound...] == host
    }
}
