using System.Collections.Concurrent;

namespace WaaS.Logistics.Pictures.Engine;

/// <summary>As many readers as there are processors, for the whole process, each lent to one caller at a time: a read is two calls into the engine, and between them nobody else may write.</summary>
internal static class EnginePool
{
    // Its memory never shrinks.
    private const long LargeHeap = 256L << 20;
    private static readonly SemaphoreSlim Free = new(Environment.ProcessorCount);
    private static readonly ConcurrentBag<ZxingEngine> Idle = [];
    // V8 hangs or aborts now and then when the last engine that holds a module is disposed while it is still being optimised; with one that lives for ever it does not.
    private static readonly Lazy<ZxingEngine> Keeper = new(() => new ZxingEngine("reader"));

    /// <summary>How many engines were put away after a trap, an interrupt or a large picture.</summary>
    public static int Retired => _retired;

    private static int _retired;

    public static T Rent<T>(Func<ZxingEngine, T> work)
    {
        Free.Wait();
        try
        {
            var engine = Idle.TryTake(out var idle) ? idle : new ZxingEngine("reader");
            try
            {
                return work(engine);
            }
            finally
            {
                GiveBack(engine);
            }
        }
        finally
        {
            Free.Release();
        }
    }

    private static void GiveBack(ZxingEngine engine)
    {
        if (engine.IsSound && engine.HeapBytes <= LargeHeap)
        {
            Idle.Add(engine);
            return;
        }
        _ = Keeper.Value;
        Interlocked.Increment(ref _retired);
        engine.Dispose();
    }
}
