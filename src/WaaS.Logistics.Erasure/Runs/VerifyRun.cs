using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>Reads all of a carrier from the medium and compares it with the stream. Writes nothing.</summary>
/// <param name="target">The carrier.</param>
/// <param name="stream">What it should hold.</param>
/// <param name="options">How to read.</param>
/// <param name="clock">Time.</param>
public sealed unsafe class VerifyRun(Target target, Keystream stream, RunOptions options, TimeProvider clock)
{
    private const int Rereadings = 2;
    private readonly FaultList _unreadable = new("read", options.MaxFaults);
    private readonly FaultList _differences = new("compare", int.MaxValue);
    private long _mismatches;
    private long _rereads;
    private long _started;

    /// <summary>Blocks until all is read, or until it is known that it cannot be.</summary>
    public VerifyResult Run(Action<RunProgress> progress, CancellationToken cancellation)
    {
        options.Check();
        DateTimeOffset startedAt = clock.GetUtcNow();
        _started = clock.GetTimestamp();
        var reader = new BlockReader(target, _unreadable);
        var workers = new BlockWorkers(0, target.Identity.SizeBytes, options, clock);
        string? failure = null;
        bool whole = false;
        long? before = null, after = null;
        try
        {
            target.Flush();
            target.DropCache();
            before = target.MediumBytesRead();
            whole = workers.Run(
                (buffer, offset, length) => reader.Read(buffer, offset, length, (at, count) => Compare(reader, buffer, at, count)),
                () => Report(workers, progress),
                cancellation);
            after = target.MediumBytesRead();
        }
        catch (IOException failed)
        {
            failure = failed.Message;
        }

        Report(workers, progress);
        return new VerifyResult
        {
            VerifiedBytes = workers.Done,
            Mismatches = Interlocked.Read(ref _mismatches),
            Differences = _differences.Joined(),
            Unreadable = _unreadable.Joined(),
            Rereads = Interlocked.Read(ref _rereads),
            MediumBytesRead = after - before,
            Cancelled = failure is null && !whole,
            Failure = failure,
            StartedAt = startedAt,
            EndedAt = clock.GetUtcNow(),
            Elapsed = clock.GetElapsedTime(_started),
        };
    }

    private long Compare(BlockReader reader, AlignedBuffer buffer, long offset, int length)
    {
        if (stream.FirstMismatch(buffer.Slice(0, length), offset) < 0)
        {
            return length;
        }

        for (int reading = 0; reading < Rereadings; reading++)
        {
            Errno error = reader.ReadPlain(buffer.Pointer, offset, length);
            if (error != Errno.None)
            {
                throw new MediumFailedException("read again", offset, error);
            }

            if (stream.FirstMismatch(buffer.Slice(0, length), offset) >= 0)
            {
                return CountDifferences(buffer, offset, length);
            }
        }

        Interlocked.Increment(ref _rereads);
        return length;
    }

    private long CountDifferences(AlignedBuffer buffer, long offset, int length)
    {
        int sector = target.Identity.SectorBytes;
        long equal = 0;
        for (int at = 0; at < length; at += sector)
        {
            int part = Math.Min(sector, length - at);
            if (stream.FirstMismatch(buffer.Slice(at, part), offset + at) < 0)
            {
                equal += part;
                continue;
            }

            Interlocked.Increment(ref _mismatches);
            if (_differences.Count < options.MaxFaults)
            {
                _differences.Add(offset + at, part, "differs");
            }
        }

        return equal;
    }

    private void Report(BlockWorkers workers, Action<RunProgress> progress)
    {
        double seconds = Math.Max(clock.GetElapsedTime(_started).TotalSeconds, 1e-6);
        int faults = (int)Math.Min(int.MaxValue, Interlocked.Read(ref _mismatches)) + _unreadable.Count;
        progress(new RunProgress(RunPhase.Verifying, workers.Done, target.Identity.SizeBytes, faults, workers.Done / seconds));
    }
}
