import Hummingbird
package import Logging
import NIOCore

/// The same server stack with nothing in it: what `script/bench` measures the site against.
package struct HelloServer: Sendable {
    private let port: Int
    private let logger: Logger

    package init(port: Int, logger: Logger) {
        self.port = port
        self.logger = logger
    }

    package func run() async throws {
        let router = Router()
        router.get("/hello") { _, _ in Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: "hello\n"))) }
        try await Application(
            responder: router.buildResponder(), configuration: .init(address: .hostname("127.0.0.1", port: port)),
            logger: logger
        ).runService()
    }
}
