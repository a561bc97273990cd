using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Refurbishment.Resources;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Refurbishment.PrintCards;

/// <summary>A printed barcode that acts: what the bench understands.</summary>
internal sealed record CommandCard(string Id, string Word, string What)
{
    public OwnCode Code => OwnCode.Create(OwnCodeKind.Command, Id);

    public static IReadOnlyList<CommandCard> All(Texts t) =>
    [
        new("START", t["Bench_Start"], t["Card_StartWhat"]),
        new("OK", t.Of(CheckAnswer.Ok), t["Card_OkWhat"]),
        new("FAULT", t.Of(CheckAnswer.Fault), t["Card_FaultWhat"]),
        new("NA", t.Of(CheckAnswer.NotApplicable), t["Card_NaWhat"]),
        new("GRADEA", t.Of(Grade.A), t["Card_GradeWhat", "A"]),
        new("GRADEB", t.Of(Grade.B), t["Card_GradeWhat", "B"]),
        new("GRADEC", t.Of(Grade.C), t["Card_GradeWhat", "C"]),
        new("SCRAP", t["Scrap_Title"], t["Card_ScrapWhat"]),
        new("CARRIER", t["Carrier_Title"], t["Card_CarrierWhat"]),
        new("SEAL", t["Seal_Title"], t["Card_SealWhat"]),
        new("NEXT", t["Card_Next"], t["Card_NextWhat"]),
        new("DONE", t["Card_Done"], t["Card_DoneWhat"]),
        new("ACK", t["Card_Ack"], t["Card_AckWhat"]),
    ];
}
