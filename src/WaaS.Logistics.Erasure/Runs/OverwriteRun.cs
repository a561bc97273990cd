using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>Writes the stream over a carrier from a byte to the end.</summary>
internal sealed unsafe class OverwriteRun(Target target, Keystream stream, RunOptions options, TimeProvider clock)
{
    private readonly FaultList _faults = new("write", options.MaxFaults);
    private long _from;
    private long _started;
    private long _checkpointAt;
    private long _checkpointTime;
    private int _checkpoints;

    /// <param name="from">A watermark of an earlier run with the same key, or 0.</param>
    /// <param name="checkpoint">Called with a new watermark after everything below it was flushed.</param>
    /// <param name="progress">Called now and then.</param>
    /// <param name="cancellation">Stops at the next block.</param>
    public OverwriteResult Run(
        long from, Action<long> checkpoint, Action<RunProgress> progress, CancellationToken cancellation)
    {
        options.Check();
        DateTimeOffset startedAt = clock.GetUtcNow();
        int sector = target.Identity.SectorBytes;
        long size = target.Identity.SizeBytes;
        long end = target.Direct ? size - size % sector : size;
        _from = Math.Min(from - from % 4096, end);
        _started = _checkpointTime = clock.GetTimestamp();
        _checkpointAt = _from;
        var writer = new BlockWriter(target, _faults);
        var workers = new BlockWorkers(_from, end, options, clock);
        string? failure = null;
        bool whole = false;
        long tail = 0;
        try
        {
            whole = workers.Run(
                (buffer, offset, length) =>
                {
                    stream.Fill(buffer.Slice(0, length), offset);
                    return writer.Write(buffer.Pointer, offset, length);
                },
                () => Tick(workers, checkpoint, progress),
                cancellation);
            tail = whole ? WriteTail(writer, end) : 0;
            target.Flush();
        }
        catch (IOException failed)
        {
            failure = failed.Message;
        }

        Report(workers, progress);
        return new OverwriteResult
        {
            FromBytes = _from,
            AcknowledgedBytes = _from + workers.Done + tail,
            WatermarkBytes = failure is null ? whole ? size : workers.Watermark : _checkpointAt,
            BadSectors = _faults.Joined(),
            ShortWrites = writer.ShortWrites,
            Checkpoints = _checkpoints,
            Cancelled = failure is null && !whole,
            Failure = failure,
            StartedAt = startedAt,
            EndedAt = clock.GetUtcNow(),
            Elapsed = clock.GetElapsedTime(_started),
        };
    }

    private long WriteTail(BlockWriter writer, long end)
    {
        int tail = (int)(target.Identity.SizeBytes - end);
        if (tail == 0)
        {
            return 0;
        }

        using var buffer = new AlignedBuffer(target.Identity.SectorBytes);
        stream.Fill(buffer.Slice(0, tail), end);
        target.Flush();
        target.SetDirect(false);
        long written = writer.Write(buffer.Pointer, end, tail);
        target.Flush();
        target.SetDirect(true);
        return written;
    }

    private void Tick(BlockWorkers workers, Action<long> checkpoint, Action<RunProgress> progress)
    {
        Report(workers, progress);
        long watermark = workers.Watermark;
        if (watermark - _checkpointAt < options.CheckpointBytes || clock.GetElapsedTime(_checkpointTime) < options.CheckpointEvery)
        {
            return;
        }

        // The order is the promise: what the watermark covers was acknowledged before the flush began.
        target.Flush();
        checkpoint(watermark);
        _checkpointAt = watermark;
        _checkpointTime = clock.GetTimestamp();
        _checkpoints++;
    }

    private void Report(BlockWorkers workers, Action<RunProgress> progress)
    {
        double seconds = Math.Max(clock.GetElapsedTime(_started).TotalSeconds, 1e-6);
        progress(new RunProgress(
            RunPhase.Overwriting, _from + workers.Done, target.Identity.SizeBytes, _faults.Count, workers.Done / seconds));
    }
}
