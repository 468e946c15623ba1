import Mail
import Testing

@Suite("The retry schedule")
struct RetryScheduleTests {
    @Test("waits 5 and 15 minutes, 1, 4 and 12 hours, then a day each, and gives up after ten attempts")
    func standard() {
        let delays = (1...11).map { RetrySchedule.standard.delay(afterFailures: $0) }
        #expect(delays == [300, 900, 3600, 14_400, 43_200, 86_400, 86_400, 86_400, 86_400, nil, nil])
    }

    @Test("may be a single attempt")
    func once() throws {
        #expect(try RetrySchedule(delays: [], thenEvery: 60, attempts: 1).delay(afterFailures: 1) == nil)
        #expect(try RetrySchedule(delays: [], thenEvery: 60, attempts: 2).delay(afterFailures: 1) == 60)
    }

    @Test("has positive times and attempts", arguments: [([0], 60, 3), ([60, -1], 60, 3), ([], 0, 3), ([60], 60, 0)])
    func refused(delays: [Int], then: Int, attempts: Int) {
        #expect(throws: MailError.self) { try RetrySchedule(delays: delays, thenEvery: then, attempts: attempts) }
    }

    @Test("comes from the settings, with a lease that outlasts a transfer")
    func settings() throws {
        var settings = MailSettings()
        settings.totalSeconds = 60
        settings.attempts = 3
        let outbox = try settings.outbox()
        #expect(outbox.schedule.attempts == 3 && outbox.schedule.delays == RetrySchedule.standard.delays)
        #expect(outbox.leaseSeconds == 360)
        settings.retryEverySeconds = 0
        #expect(throws: MailError.self) { try settings.outbox() }
        #expect(throws: MailError.self) { try settings.smtpServer() }
        settings.server = "smtps://mail.example.com"
        #expect(try settings.smtpServer() == SMTPServer("smtps://mail.example.com", totalSeconds: 60))
    }
}
