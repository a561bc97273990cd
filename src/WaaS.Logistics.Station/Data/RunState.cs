using System.Globalization;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.Station.Data;

/// <summary>
/// How far one wipe is, for whoever watches beside it. A picture of the moment and no record: what counts is in the job's journal. While
/// <see cref="State"/> is working, it is true only as long as that process lives.
/// </summary>
internal sealed record RunState
{
    /// <summary>The carrier's real path.</summary>
    public required string Device { get; init; }

    /// <summary>The kernel's number of this insertion.</summary>
    public required long? Sequence { get; init; }

    public required string? Serial { get; init; }

    public required long SizeBytes { get; init; }

    public required Guid? JobId { get; init; }

    public required BayState State { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required BayProgress? Progress { get; init; }

    public required string? Rule { get; init; }

    public required string? Reason { get; init; }

    public required int ProcessId { get; init; }

    /// <summary>When that process began, in the kernel's ticks: its number is given again to others.</summary>
    public required long ProcessStart { get; init; }

    /// <summary>The process that wrote this still runs.</summary>
    public bool Lives() => StartOf(ProcessId) == ProcessStart;

    /// <summary>Null when there is no such process.</summary>
    public static long? StartOf(int process)
    {
        try
        {
            // The name before the last bracket may hold anything (proc(5)); the start is the 22nd field, the 20th behind it.
            string stat = File.ReadAllText($"/proc/{process}/stat");
            return long.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19], CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
