import Foundation

/// Bytes as text without `+`, `/` and `=` (RFC 7515, 2).
enum Base64URL {
    static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Nothing where it is not the one text for these bytes: there shall be no second text with the same signature.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let standard = String(text).replacing("-", with: "+").replacing("_", with: "/") + padding
        guard let data = Data(base64Encoded: standard), self.text(Array(data)) == text else { return nil }
        return Array(data)
    }
}
