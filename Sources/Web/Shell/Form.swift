import Courseware
import Foundation
import Hummingbird
import NIOCore
import Storage

/// The fields that a visitor sent, or that stand in an address after the question mark.
struct Form: Sendable {
    private let fields: [(name: String, value: String)]

    /// Larger than any form here needs.
    static let largestBody = 64 * 1024

    /// Reads the body; one that is too large ends in 413.
    static func read(_ request: Request) async throws -> Form {
        let body = try await request.body.collect(upTo: largestBody)
        return Form(encoded: String(buffer: body))
    }

    /// `a=1&b=two+words`, as browsers send it.
    init(encoded: some StringProtocol) {
        fields = encoded.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    /// What was typed, without spaces around it; empty where the field is missing.
    subscript(name: String) -> String {
        raw(name).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// What was typed to the letter: for passwords.
    func raw(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

    /// All values of one name, in order: checkboxes.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

    /// The names that begin with the prefix, with their values: `match-1=2`.
    func beginning(with prefix: String) -> [(name: String, value: String)] {
        fields.filter { $0.name.hasPrefix(prefix) }.map { (String($0.name.dropFirst(prefix.count)), $0.value) }
    }

    /// The id that was drawn into the form, so that the same form sent twice counts once; a new one where it has none.
    func id<Subject>(_ world: World) -> Identifier<Subject> {
        Identifier(rawValue: raw(FormID.field)) ?? world.newID()
    }

    private static func decoded(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                bytes.append(0x20)
            } else if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self).replacing("\0", with: "")
    }
}
