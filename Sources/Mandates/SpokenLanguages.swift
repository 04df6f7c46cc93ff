package import Courseware

/// In which languages a citizen can ask for help and a helper can give it.
package enum SpokenLanguages {
    package static let all: [Language] = ["nl", "en", "ar", "de", "es", "fa", "fr", "pl", "so", "ti", "tr", "uk"]
}
