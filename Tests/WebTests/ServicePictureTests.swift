import Courseware
import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore
import Testing

@testable import Web

@Suite struct ServicePictureTests {
    @Test func `every service has a picture of its own, and none is left over`() {
        #expect(Set(TestSite.library.services.map(\.id.rawValue)) == Set(ServicePicture.pictures.keys))
        #expect(Set(ServicePicture.pictures.values).count == ServicePicture.pictures.count)
    }

    @Test func `the words stand beside each picture, in one link`() async throws {
        let house = try await TestSite()
        let page = try await house.ask(.get, "/hulp", as: .citizen).wholeBody().map { String(buffer: $0) } ?? ""
        #expect(page.components(separatedBy: #"<svg class="picture""#).count == TestSite.library.services.count + 1)
        for service in TestSite.library.services {
            let title = service.texts[.dutch].title
            #expect(page.contains("</svg> \(title)</a>"), "\(service.id)")
        }
    }
}
