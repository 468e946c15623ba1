public import Foundation
public import FoundationXML

/// Events of an XML text, handed to closures.
public final class XMLWalk: NSObject, XMLParserDelegate {
    /// An element begins: its name and attributes.
    public var start: (String, [String: String]) -> Void = { _, _ in }
    /// An element of this name ends.
    public var end: (String) -> Void = { _ in }
    /// Words between elements.
    public var text: (String) -> Void = { _ in }

    /// Whether the text is well-formed.
    public func run(_ xml: String) -> Bool {
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = self
        return parser.parse()
    }

    /// An element begins.
    public func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) { start(name, attributes) }
    /// An element ends.
    public func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        end(name)
    }
    /// Words between elements.
    public func parser(_ parser: XMLParser, foundCharacters string: String) { text(string) }
}
