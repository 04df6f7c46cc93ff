import Foundation
import GRDBSQLite
@testable import Storage
import Synchronization
import TestDatabase
import Testing

/// Disks that are full, and disks that lie.
@Suite(.serialized) struct FaultTests {
    @Test func `on a full disk nothing is acknowledged, reading goes on, and it heals`() async throws {
        let place = try TestDatabase(.sqlite)
        let database = try await place.open().withFruit()
        try await database.add("peer")
        try await database.write { try $0.rows("PRAGMA max_page_count = 1") }
        let large = String(repeating: "x", count: 2_000_000)
        await #expect(throws: StorageError.diskFull) { try await database.add(large) }
        #expect(try await database.fruit() == ["peer"])
        try await database.write { try $0.rows("PRAGMA max_page_count = 1000000") }
        try await database.add("appel")
        #expect(try await database.fruit() == ["appel", "peer"])
    }

    @Test func `after a failed flush nothing is acknowledged any more`() async throws {
        FailingDisk.install()
        let place = try TestDatabase(.sqlite)
        let database = try await place.open().withFruit()
        try await database.add("peer")
        FailingDisk.fail(place.address)
        await #expect { try await database.add("appel") } throws: { error in
            if case StorageError.stopped = error { true } else { false }
        }
        FailingDisk.heal()
        await #expect { try await database.add("kers") } throws: { error in
            if case StorageError.stopped = error { true } else { false }
        }
        let again = try place.open()
        #expect(try await again.fruit().contains("kers") == false)
        try await again.add("pruim")
        #expect(try await again.fruit().contains("pruim"))
    }
}

/// SQLite's own way to the disk, with a flush that fails when a test says so.
enum FailingDisk {
    private struct Open {
        let name: String
        let methods: UnsafePointer<sqlite3_io_methods>
    }

    nonisolated(unsafe) private static let original = sqlite3_vfs_find(nil)!
    private static let failing = Mutex<String?>(nil)
    /// By the address of SQLite's file.
    nonisolated(unsafe) private static var open: [UInt: Open] = [:]
    private static let lock = Mutex(())

    static func fail(_ path: String) { failing.withLock { $0 = path } }
    static func heal() { failing.withLock { $0 = nil } }
    static func install() { _ = once }

    private static let once: Void = {
        let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        vfs.pointee = original.pointee
        vfs.pointee.zName = UnsafePointer(strdup("failing"))
        vfs.pointee.pNext = nil
        vfs.pointee.xOpen = { _, name, file, flags, outFlags in
            let result = original.pointee.xOpen(original, name, file, flags, outFlags)
            guard result == SQLITE_OK, let file, let name, let theirs = file.pointee.pMethods else { return result }
            let ours = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
            ours.pointee = theirs.pointee
            ours.pointee.xSync = { file, flags in
                guard let file, let known = lock.withLock({ _ in open[UInt(bitPattern: file)] }) else { return SQLITE_IOERR }
                let isFailing = failing.withLock { failing in failing.map { known.name.hasPrefix($0) } ?? false }
                return isFailing ? SQLITE_IOERR | 4 << 8 : known.methods.pointee.xSync(file, flags)
            }
            lock.withLock { _ in
                open[UInt(bitPattern: file)] = Open(name: String(cString: name), methods: theirs)
            }
            file.pointee.pMethods = UnsafePointer(ours)
            return result
        }
        sqlite3_vfs_register(vfs, 1)
    }()
}
