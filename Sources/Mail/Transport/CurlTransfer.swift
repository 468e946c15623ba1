internal import CCurl
internal import CCurlShim

/// One transfer by libcurl, from its settings to its outcome. Blocks while it runs.
///
/// A setting that libcurl refuses makes the transfer fail before it begins, so that none is silently left out.
final class CurlTransfer {
    /// What the reader of an upload says when asked for bytes.
    enum Supply {
        /// The next bytes, at most as many as were asked for; none at the end.
        case bytes(ArraySlice<UInt8>)
        /// The upload is given up.
        case withdrawn
    }

    private let handle: UnsafeMutableRawPointer?
    private var fault = CURLE_OK
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private let supply: (Int) -> Supply
    private let receive: (String) -> Void

    /// A transfer.
    ///
    /// - Parameters:
    ///   - supply: Gives the next bytes of what is sent, at most so many.
    ///   - receive: Takes a line of the server's replies or headers.
    init(supply: @escaping (Int) -> Supply = { _ in .bytes([]) }, receive: @escaping (String) -> Void = { _ in }) {
        self.supply = supply
        self.receive = receive
        handle = Self.isReady ? curl_easy_init() : nil
    }

    deinit {
        curl_easy_cleanup(handle)
        for list in lists { curl_slist_free_all(list) }
    }

    /// Once per program; safe from any thread.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// Sets a number.
    func set(_ option: CURLoption, _ number: Int) { keep(desk_curl_set_long(handle, option, number)) }

    /// Sets a length in bytes.
    func set(_ option: CURLoption, length: Int) { keep(desk_curl_set_offset(handle, option, curl_off_t(length))) }

    /// Sets a text, which libcurl copies.
    func set(_ option: CURLoption, _ text: String) { keep(desk_curl_set_text(handle, option, text)) }

    /// Sets a file of authorities in the place of those of the system; an empty name leaves the system's.
    func trust(_ authorities: String) {
        guard !authorities.isEmpty else { return }
        set(CURLOPT_CAINFO, authorities)
        keep(desk_curl_set_text(handle, CURLOPT_CAPATH, nil))
    }

    /// Sets a list of texts.
    func set(_ option: CURLoption, _ texts: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for text in texts {
            guard let longer = curl_slist_append(list, text) else {
                keep(CURLE_OUT_OF_MEMORY)
                break
            }
            list = longer
        }
        guard let list else { return }
        lists.append(list)
        keep(desk_curl_set_list(handle, option, list))
    }

    /// Runs the transfer; its outcome with libcurl's words for it.
    func perform() -> (code: CURLcode, reason: String) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        keep(
            desk_curl_set_movers(
                handle, { read(into: $0, $1 * $2, $3) }, { header($0, $1 * $2, $3) },
                { _, size, count, _ in size * count },
                context))
        guard handle != nil else { return (CURLE_FAILED_INIT, "libcurl could not start") }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CURL_ERROR_SIZE)) { buffer in
            buffer.initialize(repeating: 0)
            keep(desk_curl_set_reason(handle, buffer.baseAddress))
            let code = fault == CURLE_OK ? desk_curl_perform(handle) : fault
            keep(desk_curl_set_reason(handle, nil))
            let words = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            return (code, words.isEmpty ? String(cString: curl_easy_strerror(code)) : words)
        }
    }

    /// The number of the server's last reply; 0 where there was none.
    var responseCode: Int {
        var code = 0
        return desk_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &code) == CURLE_OK ? code : 0
    }

    private func keep(_ code: CURLcode) {
        if fault == CURLE_OK { fault = code }
    }

    fileprivate func fill(_ target: UnsafeMutableRawBufferPointer) -> Int {
        guard case .bytes(let bytes) = supply(target.count) else { return Int(CURL_READFUNC_ABORT) }
        let fitting = bytes.prefix(target.count)
        target.copyBytes(from: fitting)
        return fitting.count
    }

    fileprivate func take(_ line: String) { receive(line) }
}

/// The transfer that libcurl calls back for.
private func transfer(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
    context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
}

private func read(into bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    transfer(context)?.fill(UnsafeMutableRawBufferPointer(start: bytes, count: count)) ?? Int(CURL_READFUNC_ABORT)
}

private func header(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    transfer(context)?.take(String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self))
    return count
}
