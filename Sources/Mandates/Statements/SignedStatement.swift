package import Audit
import Foundation
package import Storage

/// A statement with its signature: JWS in its compact form (RFC 7515), signed with Ed25519 (RFC 8037).
package struct SignedStatement: Sendable, Equatable {
    /// Three parts with dots between them.
    package let text: String

    struct Header: Codable, Equatable {
        let alg: String
        let kid: String
        let typ: String
    }

    static let algorithm = "EdDSA"
    static let type = "mandate+jwt"

    package init(_ statement: Statement, by key: SigningKey) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let header = Header(alg: Self.algorithm, kid: PublishedKey(key).id, typ: Self.type)
        text = Self.compact(try encoder.encode(header), try encoder.encode(statement), by: key)
    }

    static func compact(_ header: Data, _ payload: Data, by key: SigningKey) -> String {
        let signed = "\(Base64URL.text(Array(header))).\(Base64URL.text(Array(payload)))"
        return "\(signed).\(Base64URL.text(key.sign(Array(signed.utf8))))"
    }
}

extension Statement {
    /// What the text states, where one of the keys signed exactly this and it holds at that moment.
    package init(verifying text: String, by keys: PublishedKeys, at instant: Instant) throws(StatementFault) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Self.decoded(SignedStatement.Header.self, parts[0]),
            let signature = Base64URL.bytes(parts[2])
        else { throw .unreadable }
        guard header.alg == SignedStatement.algorithm, header.typ == SignedStatement.type else { throw .otherKind }
        guard let key = keys.key(header.kid) else { throw .keyUnknown(header.kid) }
        guard SigningKey.verifies(signature, of: Array("\(parts[0]).\(parts[1])".utf8), by: key.bytes) else { throw .forged }
        guard let statement = Self.decoded(Statement.self, parts[1]) else { throw .unreadable }
        guard instant.milliseconds >= statement.nbf * 1000 else { throw .notYet }
        guard instant.milliseconds < statement.exp * 1000 else { throw .expired }
        self = statement
    }

    private static func decoded<Value: Decodable>(_ type: Value.Type, _ part: Substring) -> Value? {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return Base64URL.bytes(part).flatMap { try? decoder.decode(type, from: Data($0)) }
    }
}

/// Why a statement tells nothing.
package enum StatementFault: Error, Equatable {
    case unreadable
    /// Signed in another way, or for something else.
    case otherKind
    case keyUnknown(String)
    /// The signature belongs to something else.
    case forged
    case notYet
    case expired
}
