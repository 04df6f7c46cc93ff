import Hummingbird
import HummingbirdCore
import Foundation
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import UnixSignals

/// Listens, answers, and on SIGTERM or SIGINT finishes what is running before it stops.
package struct Server: Sendable {
    private let site: Site
    private let host: String
    private let port: Int

    package init(site: Site, host: String, port: Int) {
        self.site = site
        self.host = host
        self.port = port
    }

    /// Runs until it is told to stop.
    ///
    /// - Parameter onRunning: told the port, once visitors can come in.
    /// - Throws: `AddressInUse` where another program listens there already.
    package func run(onRunning: @escaping @Sendable (Int) async -> Void) async throws {
        // Handlers run on the thread that read the request: changing threads costs more than most pages. What takes
        // long (hashing, committing, copying) has threads of its own.
        _ = NIOSingletons.unsafeTryInstallSingletonPosixEventLoopGroupAsConcurrencyGlobalExecutor()
        let application = Application(
            responder: site.responder(),
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: .init(
                address: .hostname(host, port: port), serverName: nil, backlog: 1024, reuseAddress: true,
                availableConnectionsDelegate: MaximumAvailableConnections(10_000)),
            onServerRunning: {
                site.search.prepare()
                await onRunning($0.localAddress?.port ?? port)
            },
            logger: site.logger)
        do {
            try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw AddressInUse(host: host, port: port)
        }
    }
}

package struct AddressInUse: Error {
    package let host: String
    package let port: Int
}
