using System.Runtime.InteropServices;

namespace WaaS.Logistics.Host.Scan;

/// <summary>What a process that reads a stranger's photo may take. Set from outside before it gets the photo.</summary>
internal sealed partial record ReaderLimits
{
    private const int Cpu = 0;
    private const int PrivateMemory = 2;
    private const int CoreFile = 4;

    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(80);

    /// <summary>Memory it may write to. Address space itself cannot be limited: V8 and .NET reserve far more of it than they use.</summary>
    public long MemoryBytes { get; init; } = 1L << 30;

    /// <summary>Of its answer.</summary>
    public int AnswerBytes { get; init; } = 1 << 20;

    /// <exception cref="InvalidOperationException">The process is gone, or the system does not allow limits: it must get no photo.</exception>
    public void Bind(int process)
    {
        // The kernel's own end for a process that outlives us.
        Set(process, Cpu, (ulong)Deadline.TotalSeconds + 1);
        Set(process, PrivateMemory, (ulong)MemoryBytes);
        Set(process, CoreFile, 0);
    }

    private static void Set(int process, int resource, ulong value)
    {
        var limit = new Limit(value, value);
        if (SetLimit(process, resource, in limit, 0) != 0)
            throw new InvalidOperationException($"prlimit of process {process} failed: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");
    }

    [LibraryImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    private static partial int SetLimit(int process, int resource, in Limit limit, nint old);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(ulong Soft, ulong Hard);
}
