using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Sanitization.PrintCards;

/// <summary>A printed barcode that acts: what the wipe bench understands.</summary>
internal sealed record CommandCard(string Id, string Word, string What)
{
    public OwnCode Code => OwnCode.Create(OwnCodeKind.Command, Id);

    public static IReadOnlyList<CommandCard> All(Texts t) =>
    [
        new("NEXT", t["Card_Next"], t["Card_NextWhat"]),
        new("ACK", t["Card_Ack"], t["Card_AckWhat"]),
    ];
}
