using WaaS.Logistics.Labels;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Refurbishment.Resources;

namespace WaaS.Logistics.Refurbishment.PrintCards;

/// <summary>The printed barcodes that act: what the bench understands.</summary>
internal static class CommandCards
{
    public static IReadOnlyList<CommandCard> All(Texts t) =>
    [
        new("START", t["Cards_Station"], t["Bench_Start"], t["Card_StartWhat"]),
        new("OK", t["Cards_Station"], t.Of(CheckAnswer.Ok), t["Card_OkWhat"]),
        new("FAULT", t["Cards_Station"], t.Of(CheckAnswer.Fault), t["Card_FaultWhat"]),
        new("NA", t["Cards_Station"], t.Of(CheckAnswer.NotApplicable), t["Card_NaWhat"]),
        new("GRADEA", t["Cards_Station"], t.Of(Grade.A), t["Card_GradeWhat", "A"]),
        new("GRADEB", t["Cards_Station"], t.Of(Grade.B), t["Card_GradeWhat", "B"]),
        new("GRADEC", t["Cards_Station"], t.Of(Grade.C), t["Card_GradeWhat", "C"]),
        new("SCRAP", t["Cards_Station"], t["Scrap_Title"], t["Card_ScrapWhat"]),
        new("CARRIER", t["Cards_Station"], t["Carrier_Title"], t["Card_CarrierWhat"]),
        new("SEAL", t["Cards_Station"], t["Seal_Title"], t["Card_SealWhat"]),
        new("NEXT", t["Cards_Station"], t["Card_Next"], t["Card_NextWhat"]),
        new("DONE", t["Cards_Station"], t["Card_Done"], t["Card_DoneWhat"]),
        new("ACK", t["Cards_Station"], t["Card_Ack"], t["Card_AckWhat"]),
    ];
}
