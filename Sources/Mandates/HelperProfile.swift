package import Courseware
package import Storage

/// What a helper offers: with what, in which languages, where and when.
package struct HelperProfile: Sendable, Equatable {
    package var services: Set<ServiceID> = []
    package var languages: Set<Language> = [.dutch]
    package var locations: Set<LocationID> = []
    package var byPhone = false
    package var times: Set<FreeTime> = []

    package init() {}
}
