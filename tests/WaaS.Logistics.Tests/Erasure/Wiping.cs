using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure;

/// <summary>A wipe as the tests want it: everything in order unless a test says otherwise.</summary>
internal static class Wiping
{
    public const string Serial = "WD-WX31A12345";

    public static RunOptions Small { get; } = new() { BlockBytes = 1 << 20, ProgressEvery = TimeSpan.FromMilliseconds(5) };

    public static WipeRequest Request(Target target, Workbench bench) => new()
    {
        Target = target,
        Serial = new CarrierSerial(Serial, "scan"),
        OrderedSerial = Serial,
        Job = "job-1",
        Journal = new WipeJournal(bench.Path_("journal.json")),
        ConfirmOrder = static () => { },
        Options = Small,
    };

    public static WipeResult Wipe(string path, Workbench bench)
    {
        using Target target = Target.Open(path);
        return WaaS.Logistics.Erasure.Wipe.Run(Request(target, bench));
    }

    /// <summary>0 when openssl and cmp, which know nothing of us, find the stream on the whole carrier.</summary>
    public static int Recheck(WipeResult result, string path) =>
        Shell.Try("sh", "-c", RecheckCommand.For(result.Algorithm, result.KeyHex, result.Identity.SizeBytes, path)).Code;
}
