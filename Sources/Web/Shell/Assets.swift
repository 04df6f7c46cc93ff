import Audit
import Courseware
import Foundation
import HTTPTypes
import NIOCore
import Storage

/// Where the pages find the style, the script and the icon; the hash in the address changes with the file.
struct AssetAddresses: Sendable {
    let stylesheet: String
    let script: String
    /// Fetched by the other script, at the first press of its button.
    let readAloud: String
    let icon: String
}

/// The files of Content/assets, and the pictures of the courses, read once.
package struct Assets: Sendable {
    struct File: Sendable {
        let body: ByteBuffer
        let compressed: ByteBuffer?
        let contentType: String
        let hash: String
    }

    private let files: [String: File]
    let addresses: AssetAddresses

    /// - Throws: where style, script or icon are missing: without them there are no pages.
    package init(contentFolder: String) throws {
        var files: [String: File] = [:]
        let folder = contentFolder + "/assets"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            guard let file = File(at: "\(folder)/\(name)") else { continue }
            files["/assets/\(file.hash)/\(name)"] = file
        }
        func address(_ name: String) throws -> String {
            guard let address = files.keys.first(where: { $0.hasSuffix("/\(name)") }) else {
                throw AssetMissing(path: "\(folder)/\(name)")
            }
            return address
        }
        addresses = AssetAddresses(
            stylesheet: try address("site.css"), script: try address("site.js"),
            readAloud: try address("read-aloud.js"), icon: try address("icon.svg"))
        self.files = files
    }

    func file(at address: String) -> File? { files[address] }
}

package struct AssetMissing: Error {
    package let path: String
}

extension Assets.File {
    /// Nothing where it cannot be read, or is of a kind that we do not serve.
    init?(at path: String) {
        guard let type = Self.contentTypes[String(path.split(separator: ".").last ?? "")],
            let data = FileManager.default.contents(atPath: path)
        else { return nil }
        body = ByteBuffer(bytes: data)
        compressed = type.hasPrefix("image/") && type != "image/svg+xml" ? nil : Gzip.compress(body, level: 9)
        contentType = type
        hash = String(Hex.text(SHA256.digest(of: Array(data))).prefix(12))
    }

    private static let contentTypes = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp",
    ]
}
