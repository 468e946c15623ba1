/// Something that answers requests.
public protocol Site: Sendable {
    /// The answer to a request.
    func respond(to request: SiteRequest) async -> SiteResponse
}
