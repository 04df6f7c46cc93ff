import CCrypto
import Storage

/// SHA-256 by OpenSSL's libcrypto: it has the processor's own instructions for it, which libsodium has not, and to verify
/// a log is mostly this. Not for several threads at once.
package final class SHA256 {
    /// Of a digest, in bytes.
    package static let length = 32

    private let context: OpaquePointer?

    /// Ends the program where the library cannot work: nothing here is safe without it.
    package init() {
        context = EVP_MD_CTX_new()
        precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "libcrypto cannot start")
    }

    deinit { EVP_MD_CTX_free(context) }

    package static func digest(of bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: length)
        SHA256().digest(bytes, into: &digest)
        return digest
    }

    /// Of the text's UTF-8, as 64 hexadecimal digits.
    package static func hex(of text: String) -> String { Hex.text(digest(of: Array(text.utf8))) }

    /// Into an array of 32 bytes that is there already.
    package func digest(_ bytes: [UInt8], into digest: inout [UInt8]) {
        let isDone = EVP_DigestInit_ex(context, nil, nil) == 1 && EVP_DigestUpdate(context, bytes, bytes.count) == 1
            && EVP_DigestFinal_ex(context, &digest, nil) == 1
        precondition(isDone, "libcrypto does not work")
    }
}
