import Foundation

/// What libFuzzer calls, thousands of times: the first byte chooses the place, the rest is put there.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start, count > 0 else { return 0 }
    let place = FuzzedSite.places[Int(start[0]) % FuzzedSite.places.count]
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    do {
        let complaints = try site.get().complaints(about: bytes, in: place)
        guard complaints.isEmpty else { fatalError("\(place): \(complaints.joined(separator: "; "))") }
    } catch {
        fatalError("the site could not be written: \(error)")
    }
    return 0
}

/// libFuzzer calls from one thread.
nonisolated(unsafe) private let site = Result { try FuzzedSite() }
