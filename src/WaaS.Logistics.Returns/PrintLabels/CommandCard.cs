using WaaS.Logistics.Returns.Resources;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.PrintLabels;

/// <summary>A printed barcode that acts: what the pages of receiving understand, by the page that does.</summary>
internal sealed record CommandCard(string Id, string Station, string Word, string What)
{
    public OwnCode Code => OwnCode.Create(OwnCodeKind.Command, Id);

    public static IReadOnlyList<CommandCard> All(Texts t) =>
    [
        new("NEXT", t["Cards_Desk"], t["Card_Next"], t["Card_NextWhat"]),
        new("UNDO", t["Receive_Title"], t["Card_Undo"], t["Card_UndoWhat"]),
        new("DAMAGED", t["Receive_Title"], t["Card_Damaged"], t["Card_DamagedWhat"]),
        new("BATTERY", t["Receive_Title"], t["Card_Battery"], t["Card_BatteryWhat"]),
        new("CLOSE", t["Receive_Title"], t["Card_Close"], t["Card_CloseWhat"]),
        new("EMPTY", t["Cards_Carriers"], t["Card_Empty"], t["Card_EmptyWhat"]),
        new("UNKNOWN", t["Cards_Carriers"], t["Card_Unknown"], t["Card_UnknownWhat"]),
        new("DONE", t["Cards_Carriers"], t["Card_Done"], t["Card_DoneWhat"]),
        new("ACK", t["Cards_Everywhere"], t["Card_Ack"], t["Card_AckWhat"]),
    ];
}
