import CQRencode
import Markup

/// A QR code as a drawing: dark on light in every colour scheme, or scanners cannot read it.
struct QRCode {
    let text: String
    /// What it is, for who cannot see it.
    let label: String

    init(_ text: String, label: String) {
        self.text = text
        self.label = label
    }

    var html: HTML {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return "" }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        let size = width + 8
        var squares = ""
        for y in 0..<width {
            for x in 0..<width where code.pointee.data[y * width + x] & 1 == 1 {
                squares += "M\(x + 4) \(y + 4)h1v1h-1z"
            }
        }
        return #"""
            <svg class="qr-code" role="img" aria-label="\#(label)" viewBox="0 0 \#(size) \#(size)" width="240" height="240" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\#(size)v\#(size)H0z"/><path fill="#000" d="\#(squares)"/></svg>
            """#
    }
}
