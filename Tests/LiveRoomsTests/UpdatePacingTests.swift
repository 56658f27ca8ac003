import LiveRooms
import Testing

@Suite("The pace of updates")
struct UpdatePacingTests {
    private let interval = Duration.milliseconds(50)

    @Test("[P11] the first change after silence goes out at once, the next wait for their turn")
    func script() {
        var pacing = UpdatePacing()
        func change(_ time: Int) -> UpdatePacing.Action {
            pacing.changed(at: .milliseconds(time), interval: interval)
        }
        #expect(change(0) == .showNow)
        #expect(change(10) == .showAfter(.milliseconds(40)))
        #expect(change(20) == .wait)
        #expect(change(49) == .wait)
        pacing.shown(at: .milliseconds(50))
        #expect(change(60) == .showAfter(.milliseconds(40)))
        pacing.shown(at: .milliseconds(100))
        #expect(change(150) == .showNow)
        #expect(change(150) == .showAfter(.milliseconds(50)))
    }

    @Test("[P11] no more than 20 a second, and fewer for a large room")
    func intervals() {
        #expect(UpdatePacing.interval(forSeats: 0) == .milliseconds(50))
        #expect(UpdatePacing.interval(forSeats: 42) == .milliseconds(50))
        #expect(UpdatePacing.interval(forSeats: 1_600) == .milliseconds(50))
        #expect(UpdatePacing.interval(forSeats: 10_000) == .milliseconds(300))
    }

    @Test("[P11] a hundred changes a second are twenty updates")
    func rate() {
        var pacing = UpdatePacing()
        var due: Duration?
        var shown = 0
        for time in stride(from: 0, to: 1_000, by: 10) {
            let now = Duration.milliseconds(time)
            if let timer = due, timer <= now {
                pacing.shown(at: timer)
                due = nil
                shown += 1
            }
            switch pacing.changed(at: now, interval: interval) {
            case .showNow: shown += 1
            case .showAfter(let pause): due = now + pause
            case .wait: break
            }
        }
        #expect((19...20).contains(shown))
    }
}
