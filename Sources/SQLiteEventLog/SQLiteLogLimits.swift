/// How much of everything one log takes.
package struct SQLiteLogLimits: Sendable {
    /// Writes in one transaction: bounds how long the first of them waits for the last.
    ///
    /// 4,096 ballots take about 40 ms to write.
    package var writesPerCommit = 4_096
    /// Writes waiting for the disk, as many as every seat of eight full rooms makes at once.
    ///
    /// Beyond it they are refused with ``EventLogError/unavailable(reason:)``.
    package var waitingWrites = 100_000
    /// Rooms whose last revision is kept in memory, 64 bytes each.
    ///
    /// Beyond it all are forgotten and read again when needed.
    package var knownRooms = 100_000
    /// Pages of 4 KiB that the file may have; beyond it writes are refused as on a full disk.
    package var pages = 1 << 28

    /// The limits for one server: each can be changed before the log is opened.
    package init() {}
}
