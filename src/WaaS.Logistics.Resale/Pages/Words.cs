using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.Pages;

/// <summary>The colours of states; the words are in the texts.</summary>
internal static class Words
{
    public static Tone? Of(UnitState state) => state switch
    {
        UnitState.Stocked => Tone.Ok,
        UnitState.Reserved or UnitState.Picked => Tone.Again,
        UnitState.Admitted => Tone.Look,
        UnitState.Blocked => Tone.Stop,
        _ => null,
    };

    public static Tone? Of(PickLineState state) => state switch
    {
        PickLineState.Picked or PickLineState.Sold => Tone.Ok,
        PickLineState.Stopped => Tone.Stop,
        _ => null,
    };

    public static Tone? Of(PickListState state) => state == PickListState.Sold ? Tone.Ok : state == PickListState.Open ? Tone.Again : null;

    public static string Money(long? minor, string? currency) => minor is { } amount ? Price.Say(amount, currency!) : "";
}
