using WaaS.Logistics.Resale.Resources;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Resale.PrintLabels;

/// <summary>A printed barcode that acts: what the pages of the stock understand.</summary>
internal sealed record CommandCard(string Id, string Station, string Word, string What)
{
    public OwnCode Code => OwnCode.Create(OwnCodeKind.Command, Id);

    public static IReadOnlyList<CommandCard> All(Texts t) =>
    [
        new("NEXT", t["Cards_Stock"], t["Card_Next"], t["Card_NextWhat"]),
        new("DONE", t["Cards_Pick"], t["Card_Done"], t["Card_DoneWhat"]),
        new("CLOSE", t["Cards_Pick"], t["Card_Close"], t["Card_CloseWhat"]),
        new("ACK", t["Cards_Everywhere"], t["Card_Ack"], t["Card_AckWhat"]),
    ];
}
