import CZlib
import NIOCore

/// Compression as browsers understand it (RFC 1952), by zlib.
enum Gzip {
    /// Nothing where zlib fails; the answer then goes out as it is.
    static func compress(_ body: ByteBuffer, level: Int32) -> ByteBuffer? {
        var stream = z_stream()
        guard meedoen_deflate_init_gzip(&stream, level) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var input = body
        var output = ByteBuffer()
        let room = Int(deflateBound(&stream, UInt(input.readableBytes)))
        let isFinished = input.withUnsafeMutableReadableBytes { bytes in
            stream.next_in = bytes.bindMemory(to: UInt8.self).baseAddress
            stream.avail_in = UInt32(bytes.count)
            output.writeWithUnsafeMutableBytes(minimumWritableBytes: room) { space in
                stream.next_out = space.bindMemory(to: UInt8.self).baseAddress
                stream.avail_out = UInt32(space.count)
                _ = deflate(&stream, Z_FINISH)
                return space.count - Int(stream.avail_out)
            }
            return stream.avail_in == 0
        }
        return isFinished ? output : nil
    }
}
