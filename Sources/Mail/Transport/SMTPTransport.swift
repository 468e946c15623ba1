internal import CCurl

/// Mail by SMTP, through libcurl: encrypted or not at all, the server's certificate verified, signed in where there are
/// credentials, and with an end to waiting.
public struct SMTPTransport: MailTransport {
    private let server: SMTPServer
    private let credentials: Credentials?

    /// A transport to a server; without credentials it does not sign in.
    public init(server: SMTPServer, credentials: Credentials?) {
        self.server = server
        self.credentials = credentials
    }

    /// Delivers a mail; see ``MailTransport/send(_:mayEnd:)``.
    public func send(_ message: MailMessage, mayEnd: () -> Bool) -> Delivery {
        withoutActuallyEscaping(mayEnd) { mayEnd in
            var upload = Upload(bytes: message.bytes)
            var replies = SMTPReplyReader()
            var last: ServerReply?
            var isAnswered = false
            let transfer = CurlTransfer(
                supply: { upload.next(atMost: $0, mayEnd: mayEnd) },
                receive: { line in
                    // 221 answers the goodbye and nothing else, and behind the answer to the message only that follows.
                    guard let reply = replies.read(line), !isAnswered, reply.code != 221 else { return }
                    last = reply
                    isAnswered = upload.hasEnded
                })
            configure(transfer, message)
            let (code, reason) = transfer.perform()
            if upload.wasWithdrawn { return .retry(ServerReply(code: 0, text: "withdrawn before its end was sent")) }
            return SMTPOutcome(code: code, reason: reason, reply: last, hasEnded: upload.hasEnded).delivery
        }
    }

    private func configure(_ transfer: CurlTransfer, _ message: MailMessage) {
        let scheme = server.security == .tls ? "smtps" : "smtp"
        // The path is the name to greet with. The sender's host exists in the world, which the machine's name need not.
        transfer.set(CURLOPT_URL, "\(scheme)://\(server.host):\(server.port)/\(message.from.host)")
        transfer.set(CURLOPT_PROTOCOLS_STR, scheme)
        // Proxies of the environment are for web pages.
        transfer.set(CURLOPT_PROXY, "")
        transfer.set(CURLOPT_NOSIGNAL, 1)
        transfer.set(CURLOPT_CONNECTTIMEOUT, server.connectSeconds)
        transfer.set(CURLOPT_TIMEOUT, server.totalSeconds)
        // The goodbye then belongs to the transfer and its time-out; left to libcurl, it has one of its own.
        transfer.set(CURLOPT_FORBID_REUSE, 1)
        transfer.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, server.totalSeconds)
        let level = server.security == .plainText ? CURLUSESSL_NONE : CURLUSESSL_ALL
        transfer.set(CURLOPT_USE_SSL, Int(level.rawValue))
        transfer.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        transfer.set(CURLOPT_SSL_VERIFYPEER, 1)
        transfer.set(CURLOPT_SSL_VERIFYHOST, 2)
        transfer.trust(server.authorities)
        if let credentials {
            transfer.set(CURLOPT_USERNAME, credentials.user)
            transfer.set(CURLOPT_PASSWORD, credentials.password.revealed)
        }
        transfer.set(CURLOPT_MAIL_FROM, "<\(message.from.mailbox)>")
        transfer.set(CURLOPT_MAIL_RCPT, ["<\(message.to.mailbox)>"])
        transfer.set(CURLOPT_UPLOAD, 1)
        // Lets a server say at once that the mail is too large (RFC 1870).
        transfer.set(CURLOPT_INFILESIZE_LARGE, length: message.bytes.count)
    }
}
