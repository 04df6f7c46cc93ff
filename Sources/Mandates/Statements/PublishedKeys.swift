package import Audit
import Foundation

/// The half of a key that others know, as they read it (RFC 8037, 2).
package struct PublishedKey: Sendable, Equatable {
    /// The thumbprint of the key (RFC 7638), so that the same key has the same name everywhere.
    package let id: String
    let bytes: [UInt8]

    package init(_ key: SigningKey) { self.init(bytes: key.publicBytes) }

    init(bytes: [UInt8]) {
        let x = Base64URL.text(bytes)
        id = Base64URL.text(SHA256.digest(of: Array(#"{"crv":"Ed25519","kty":"OKP","x":"\#(x)"}"#.utf8)))
        self.bytes = bytes
    }
}

/// All keys that sign or have signed statements, the newest last (RFC 7517, 5). An old one stays, so that what it signed
/// can be verified as long as it holds.
package struct PublishedKeys: Sendable, Equatable {
    package private(set) var keys: [PublishedKey]

    package init(_ keys: [PublishedKey] = []) { self.keys = keys }

    /// Reads a set; keys of other kinds are left out, as the standard asks. Nothing where it is no set.
    package init?(json: String) {
        guard let set = try? JSONDecoder().decode(KeySet.self, from: Data(json.utf8)) else { return nil }
        keys = set.keys.compactMap(\.key)
    }

    package func key(_ id: String) -> PublishedKey? { keys.first { $0.id == id } }

    package mutating func add(_ key: PublishedKey) {
        if !keys.contains(key) { keys.append(key) }
    }

    package var json: String {
        let lines = keys.map { key in
            #"  {"kty":"OKP","crv":"Ed25519","x":"\#(Base64URL.text(key.bytes))","kid":"\#(key.id)","use":"sig","alg":"EdDSA"}"#
        }
        return "{\"keys\":[\n\(lines.joined(separator: ",\n"))\n]}\n"
    }
}

private struct KeySet: Decodable {
    let keys: [AnyKey]

    struct AnyKey: Decodable {
        let kty: String?
        let crv: String?
        let x: String?

        var key: PublishedKey? {
            guard kty == "OKP", crv == "Ed25519", let bytes = x.flatMap(Base64URL.bytes),
                bytes.count == SigningKey.publicLength
            else { return nil }
            return PublishedKey(bytes: bytes)
        }
    }
}
