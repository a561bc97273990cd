using WaaS.Logistics.Labels;
using WaaS.Logistics.Sanitization.Resources;

namespace WaaS.Logistics.Sanitization.PrintCards;

/// <summary>The printed barcodes that act: what the wipe bench understands.</summary>
internal static class CommandCards
{
    public static IReadOnlyList<CommandCard> All(Texts t) =>
    [
        new("NEXT", t["Bench_Title"], t["Card_Next"], t["Card_NextWhat"]),
        new("ACK", t["Bench_Title"], t["Card_Ack"], t["Card_AckWhat"]),
    ];
}
