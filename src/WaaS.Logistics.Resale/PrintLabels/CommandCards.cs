using WaaS.Logistics.Labels;
using WaaS.Logistics.Resale.Resources;

namespace WaaS.Logistics.Resale.PrintLabels;

/// <summary>The printed barcodes that act: what the pages of the stock understand.</summary>
internal static class CommandCards
{
    public static IReadOnlyList<CommandCard> All(Texts t) =>
    [
        new("NEXT", t["Cards_Stock"], t["Card_Next"], t["Card_NextWhat"]),
        new("DONE", t["Cards_Pick"], t["Card_Done"], t["Card_DoneWhat"]),
        new("CLOSE", t["Cards_Pick"], t["Card_Close"], t["Card_CloseWhat"]),
        new("ACK", t["Cards_Everywhere"], t["Card_Ack"], t["Card_AckWhat"]),
    ];
}
