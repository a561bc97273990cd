namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>
/// UTC in Unix milliseconds, read once and then counted on: a clock set back by an hour must not hold all messages back for an hour, and
/// one set forward must not end every lease.
/// </summary>
internal sealed class BusClock(TimeProvider time)
{
    private readonly long _started = time.GetUtcNow().ToUnixTimeMilliseconds();
    private readonly long _timestamp = time.GetTimestamp();

    public long Now => _started + (long)time.GetElapsedTime(_timestamp).TotalMilliseconds;

    public Task Delay(TimeSpan delay, CancellationToken cancel) => Task.Delay(delay, time, cancel);
}
