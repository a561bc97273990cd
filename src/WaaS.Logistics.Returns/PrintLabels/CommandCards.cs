using WaaS.Logistics.Labels;
using WaaS.Logistics.Returns.Resources;

namespace WaaS.Logistics.Returns.PrintLabels;

/// <summary>The printed barcodes that act: what the pages of receiving understand, by the page that does.</summary>
internal static class CommandCards
{
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
