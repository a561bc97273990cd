using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sanitization.ShowBench;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>The one large word about a bay. What was heard too long ago is no answer, and green is for what is proven alone.</summary>
internal sealed record BayAnswer(Tone? Tone, string Icon, string Word, string? Why)
{
    public static BayAnswer Of(Texts t, BenchBay bay) => bay.Silent
        ? Stop("warning", t["Bay_Silent"], t["Bay_SilentSince", Display.Time(bay.HeardAt), Heard(t, bay).Word])
        : Heard(t, bay);

    private static BayAnswer Heard(Texts t, BenchBay bay) => bay.Report is not { } report
        ? Again("again", t.Phase(bay.Job!.Job.Phase), null)
        : report.State switch
        {
            BayState.Empty => new(null, "inbox", t.Of(BayState.Empty), null),
            BayState.Occupied => Waits(t, bay),
            BayState.Working => Again("again", t.Of(report.Progress!.Phase), null),
            BayState.Done => Ok("ok", t.Of(BayState.Done), Because(t, report)),
            BayState.Failed => Stop("stop", t.Of(BayState.Failed), Because(t, report)),
            BayState.Refused => Stop("stop", t.Of(BayState.Refused), Because(t, report)),
            BayState.Unexpected => Stop("warning", t.Of(BayState.Unexpected), Because(t, report)),
            BayState.Stopped => Look("warning", t.Of(BayState.Stopped), Because(t, report)),
            _ => Look("warning", t.Of(BayState.Unreadable), Because(t, report)),
        };

    // Nothing was done to it here yet: what is to be done, the orders know.
    private static BayAnswer Waits(Texts t, BenchBay bay)
    {
        if (Serials.Key(bay.Report!.Serial) is null)
            return Look("scan", t["Bay_NoSerial"], t["Bay_NoSerialNext"]);
        if (bay.Order is not { } owner)
            return Look("look", t["Bay_NoOrder"], t["Bay_NoOrderNext"]);
        if (owner.Holds.FirstOrDefault(hold => hold.InForce) is { } hold)
            return Stop("stop", t.Of(BayState.Refused), t.Hold(hold));
        if (Has(owner, "owner-unsettled") is not null)
            return Stop("stop", t.Of(BayState.Refused), t["Blocker_OwnerUnsettled"]);
        if (Has(owner, "carrier-twice") is { } twice)
            return Stop("stop", t.Of(BayState.Refused), t["Blocker_CarrierTwice", twice.Detail]);
        if (owner.Order.State == nameof(OrderState.Cleared))
            return Ok("ok", t["Headline_Cleared"], null);
        if (Has(owner, "slot-failed") is { } failed)
            return Stop("stop", t["Headline_Failed"], Saying.Faults(failed.Detail));
        return Has(owner, "slot-open") is null
            ? Look("look", t["Headline_Review"], null)
            : Again("arrow-right", t.Of(BayState.Occupied), t["Missing_Wipe"]);
    }

    private static BayAnswer Ok(string icon, string word, string? why) => new(Platform.Web.Tone.Ok, icon, word, why);

    private static BayAnswer Again(string icon, string word, string? why) => new(Platform.Web.Tone.Again, icon, word, why);

    private static BayAnswer Look(string icon, string word, string? why) => new(Platform.Web.Tone.Look, icon, word, why);

    private static BayAnswer Stop(string icon, string word, string? why) => new(Platform.Web.Tone.Stop, icon, word, why);

    private static ShowOrders.BlockerView? Has(BenchOrder owner, string rule) => owner.Order.Blockers.FirstOrDefault(blocker => blocker.Rule == rule);

    /// <summary>A rule of the station in the person's language; one nobody has words for in the station's own.</summary>
    private static string? Because(Texts t, BayReport report) =>
        report.Rule is { } rule && t.Find("StationRule_" + rule.Replace('.', '_').Replace('-', '_')) is { } sentence ? sentence
        : report.Reason ?? (report.Rule is { } unknown ? t["Rule_Unknown", unknown] : null);
}
