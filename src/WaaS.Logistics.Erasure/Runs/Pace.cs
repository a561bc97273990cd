namespace WaaS.Logistics.Erasure;

/// <summary>Holds the sum of all threads at a speed.</summary>
internal sealed class Pace(long bytesPerSecond, TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();
    private long _bytes;

    public void After(int bytes)
    {
        if (bytesPerSecond <= 0)
        {
            return;
        }

        long total = Interlocked.Add(ref _bytes, bytes);
        TimeSpan ahead = TimeSpan.FromSeconds((double)total / bytesPerSecond) - clock.GetElapsedTime(_start);
        if (ahead > TimeSpan.Zero)
        {
            using var never = new ManualResetEventSlim();
            never.Wait(ahead);
        }
    }
}
