import Foundation

/// Compares what somebody typed with what is right.
enum Typed {
    /// Without letter case, spaces and accents: "Mijn  DigiD" is "mijndigid".
    static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .filter { !$0.isWhitespace }
    }
}
