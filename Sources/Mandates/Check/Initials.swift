/// The first letters of a name: enough for who has the person before them, and nothing for who has not.
package struct Initials: Sendable, Equatable {
    private static let most = 4

    /// `F.A.`; empty where there is no name.
    package let text: String

    package init(of name: String) {
        text = name.split { $0.isWhitespace || $0 == "-" }.compactMap { $0.first(where: \.isLetter) }
            .prefix(Self.most).map { "\($0.uppercased())." }.joined()
    }
}
