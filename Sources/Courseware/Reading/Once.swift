import Synchronization

/// A value that takes long to make: made when it is first asked for, and then kept. Who asks while it is being made
/// waits for it.
final class Once<Value: Sendable>: Sendable {
    private enum State {
        case waiting(@Sendable () -> Value)
        case made(Value)
    }

    private let state: Mutex<State>

    init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.waiting(make)) }

    var value: Value {
        state.withLock { state in
            switch state {
            case .made(let value): return value
            case .waiting(let make):
                let value = make()
                state = .made(value)
                return value
            }
        }
    }

    /// Nothing where nobody asked yet; does not make it.
    var valueIfMade: Value? {
        state.withLockIfAvailable { state in if case .made(let value) = state { value } else { nil } } ?? nil
    }
}
