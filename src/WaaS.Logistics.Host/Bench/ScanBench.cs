using System.Diagnostics;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Host.Bench;

/// <summary>Payloads per second on one core: what comes over a dock in a day, each read from the text to all its candidates.</summary>
internal static class ScanBench
{
    private const int Passes = 5;

    /// <summary>Names of groups with payloads of each; the mixed figure takes all of them in turn.</summary>
    private static readonly (string Group, string[] Payloads)[] Groups =
    [
        ("gs1", ["]d2010952123454321321PF2ABCDE\u001d17290331", "]C100340123451234567895", "(01)09521234543213(21)5CG1234XYZ(10)LOT7", "010952123454321321A1B2C3D4", "]d2010952123454321321S1\u001d8040490154203237518", "]Q380049521234ASSET000123"]),
        ("digital-link", ["https://id.example.org/01/09520123456788/21/PF2ABCDE", "https://example.com/8004/9520614141234567?99=A", "https://www.example.com/support/home"]),
        ("mh10.8.2", ["[)>\u001e06\u001d1P20XWS0AB00\u001dSPF2ABCDE\u001dQ1\u001e\u0004", "[)>\u001e06\u001dS5CG1234XYZ\u001e\u0004", "[)>\u001e06\u001dPABC-1\u001d1TLOT9\u001dS12345678"]),
        ("vendor", ["5CG1234XYZ", "5RFDP01", "PF2ABCDE", "1S20XWS0AB00PF2ABCDE", "C02XL0GYJGH5", "490154203237518", "001122AABBCC", "S466NX0M776250H", "S5CG1234XYZ", "12542331601"]),
        ("tracking", ["1Z5R89390357567127", "RB123456785GB", "9400111206206406260787", "986578788855", "008182709980000020033350276C", "JJD0099999999"]),
        ("own", [OwnCode.Create(OwnCodeKind.Device, "D123456789").ToString(), OwnCode.Create(OwnCodeKind.Command, "UNDO").ToString(), OwnCode.Create(OwnCodeKind.Place, "DOCK1").ToString()]),
        ("plain", ["ABX-12345-Z", "HELLO WORLD", "4711-0815/A"]),
    ];

    public static ScanReport Run(int payloads)
    {
        var mixed = Groups.SelectMany(group => group.Payloads).ToArray();
        Measure(mixed, Math.Min(payloads, 200_000));
        var whole = Best(mixed, payloads);
        return new ScanReport(whole.PerSecond, whole.BytesEach, payloads, [.. Groups.Select(group => Best(group.Payloads, payloads / Groups.Length) is var part ? new ScanGroup(group.Group, part.PerSecond, part.BytesEach) : throw new UnreachableException())]);
    }

    private static (double PerSecond, double BytesEach) Best(string[] payloads, int count) => Enumerable.Range(0, Passes).Select(_ => Measure(payloads, count)).MaxBy(pass => pass.PerSecond);

    private static (double PerSecond, double BytesEach) Measure(string[] payloads, int count)
    {
        // Processor time and not the clock: other programs on the machine do not count, collecting garbage does.
        var (allocated, started, candidates) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime, 0L);
        for (int i = 0, at = 0; i < count; i++, at = at + 1 == payloads.Length ? 0 : at + 1)
            candidates += Reading.Of(payloads[at]).Candidates.Count;
        var seconds = (Environment.CpuUsage.TotalTime - started).TotalSeconds;
        // Used, so that nothing can be left out as dead code.
        return candidates < 0 ? default : (count / seconds, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / count);
    }
}

/// <summary>Best of several passes, on one thread, by processor time.</summary>
internal sealed record ScanReport(double PayloadsPerSecond, double BytesEach, int Payloads, ScanGroup[] Groups);

internal sealed record ScanGroup(string Standard, double PayloadsPerSecond, double BytesEach);
