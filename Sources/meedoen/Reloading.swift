import Dispatch
import Foundation

/// Reads the courses again on SIGHUP, on a thread of its own.
struct Reloading {
    private let source: any DispatchSourceSignal

    init(_ reload: @escaping @Sendable () -> Void) {
        signal(SIGHUP, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGHUP, queue: DispatchQueue(label: "meedoen.reload"))
        source.setEventHandler(handler: reload)
        source.activate()
    }

    func end() { source.cancel() }
}
