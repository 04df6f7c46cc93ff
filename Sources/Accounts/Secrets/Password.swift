/// A password that somebody of the staff chooses: long rather than complicated (NIST SP 800-63B, 3.1.1).
package struct Password: Sendable {
    package static let shortest = 12
    package static let longest = 128

    package let text: String

    package init(_ text: String, for name: LoginName) throws(PasswordRefusal) {
        guard text.count >= Self.shortest else { throw .tooShort }
        guard text.count <= Self.longest else { throw .tooLong }
        guard Set(text).count >= 5 else { throw .tooSimple }
        guard !text.lowercased().contains(name.rawValue) || name.rawValue.count < 4 else { throw .holdsName }
        self.text = text
    }
}

package enum PasswordRefusal: Error, Equatable {
    case tooShort
    case tooLong
    /// Fewer than five different characters.
    case tooSimple
    case holdsName
}
