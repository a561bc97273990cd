using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>
/// Plain threads that claim block after block. The thread that calls <see cref="Run"/> writes nothing itself: it tells
/// progress and takes checkpoints, so a slow callback never holds up the medium.
/// </summary>
internal sealed class BlockWorkers(long start, long end, RunOptions options, TimeProvider clock)
{
    private const int StackBytes = 256 * 1024;
    private readonly long[] _inFlight = Enumerable.Repeat(start, options.Threads).ToArray();
    private long _next = start;
    private long _done;
    private Exception? _failure;
    private volatile bool _stop;

    /// <summary>Deals with one block: buffer, offset, length; returns how many bytes succeeded.</summary>
    public delegate long BlockWork(AlignedBuffer buffer, long offset, int length);

    /// <summary>Bytes that succeeded.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Everything below was dealt with. The claim is announced before it is made, so the value is never too high.</summary>
    public long Watermark
    {
        get
        {
            long lowest = Interlocked.Read(ref _next);
            for (int worker = 0; worker < _inFlight.Length; worker++)
            {
                lowest = Math.Min(lowest, Interlocked.Read(ref _inFlight[worker]));
            }

            return Math.Min(lowest, end);
        }
    }

    /// <summary>Returns when all threads have ended; false when cancelled before the end.</summary>
    /// <exception cref="MediumFailedException">The carrier failed as a whole.</exception>
    public bool Run(BlockWork work, Action tick, CancellationToken cancellation)
    {
        using var running = new CountdownEvent(options.Threads);
        var pace = new Pace(options.BytesPerSecond, clock);
        for (int worker = 0; worker < options.Threads; worker++)
        {
            int number = worker;
            new Thread(() => Work(number, work, pace, running), StackBytes) { IsBackground = true, Name = "carrier" }.Start();
        }

        try
        {
            while (!running.Wait(options.ProgressEvery))
            {
                _stop |= cancellation.IsCancellationRequested;
                tick();
            }
        }
        finally
        {
            _stop = true;
            running.Wait();
        }

        if (_failure is { } failure)
        {
            throw failure is MediumFailedException ? failure : new MediumFailedException("access", Watermark, failure.Message);
        }

        return Watermark == end;
    }

    private void Work(int worker, BlockWork work, Pace pace, CountdownEvent running)
    {
        try
        {
            using var buffer = new AlignedBuffer(options.BlockBytes);
            while (!_stop)
            {
                Interlocked.Exchange(ref _inFlight[worker], Interlocked.Read(ref _next));
                long offset = Interlocked.Add(ref _next, options.BlockBytes) - options.BlockBytes;
                if (offset >= end)
                {
                    break;
                }

                Interlocked.Exchange(ref _inFlight[worker], offset);
                int length = (int)Math.Min(options.BlockBytes, end - offset);
                Interlocked.Add(ref _done, work(buffer, offset, length));
                pace.After(length);
            }

            Interlocked.Exchange(ref _inFlight[worker], long.MaxValue);
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
            _stop = true;
        }
        finally
        {
            running.Signal();
        }
    }
}
