using System.Globalization;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>States and rules as people read them, and their colours. Green is for what is proven alone.</summary>
internal static class Words
{
    public static string Word<TEnum>(this Texts texts, string value) where TEnum : struct, Enum => texts.Of(Enum.Parse<TEnum>(value));

    public static string Rule(this Texts texts, string id) =>
        Enum.TryParse<ProofRule>(id, ignoreCase: true, out var rule) && !int.TryParse(id, CultureInfo.InvariantCulture, out _) ? texts.Of(rule) : texts["Rule_Unknown", id];

    public static string Hold(this Texts texts, HoldView hold) => HoldWords.Of(Enum.Parse<HoldKind>(hold.Kind), hold.Reason, hold.EndsOn);

    /// <summary>Who decided or acted: a person, a station, or the policy where it leaves no decision to people.</summary>
    public static string Who(this Texts texts, string? name) => name == Actor.Policy.Name ? texts["Who_Policy"] : Display.Who(name);

    /// <summary>What is done with a carrier just now, as the job's own progress keeps it.</summary>
    public static string Phase(this Texts texts, string word) => Enum.TryParse<JobPhase>(word, ignoreCase: true, out var phase) ? texts.Of(phase) : word;

    /// <summary>What a version of a policy stands on; one of a customer's own in its own words.</summary>
    public static string Basis(this Texts texts, PolicyView policy) => texts.Find("PolicyBasis_" + policy.Id + "_" + policy.Version) ?? policy.Basis;

    public static string Need(this Texts texts, string need) => need switch
    {
        "normal" => texts["Need_Normal"],
        "high" => texts["Need_High"],
        "very-high" => texts["Need_VeryHigh"],
        _ => need,
    };

    /// <summary>What a carrier stores on, as evidence and policies name it.</summary>
    public static string Medium(this Texts texts, string name) => Named<MediaType>(texts, name);

    /// <summary>How far data is out of reach, as evidence and policies name it.</summary>
    public static string Reached(this Texts texts, string name) => Named<SanitizationLevel>(texts, name);

    /// <summary>What a procedure of our policies does; one of a customer's own under its own name.</summary>
    public static string Procedure(this Texts texts, string name) => texts.Find("Procedure_" + name.Replace('-', '_')) ?? name;

    /// <summary>A category and level of DIN 66399 with the kind of carrier it is for.</summary>
    public static string Level(this Texts texts, string level) => level[0] switch
    {
        'H' => texts["Level_Hard", level],
        'E' => texts["Level_Electronic", level],
        'T' => texts["Level_Tape", level],
        'O' => texts["Level_Optical", level],
        _ => level,
    };

    private static string Named<TEnum>(Texts texts, string name) where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(name, ignoreCase: true, out var value) && !int.TryParse(name, CultureInfo.InvariantCulture, out _) ? texts.Of(value) : name;

    public static Tone? Of(SlotState state) => state switch
    {
        SlotState.EvidenceAccepted or SlotState.Destroyed or SlotState.EmptyConfirmed => Tone.Ok,
        SlotState.Failed => Tone.Stop,
        SlotState.UnderReview => Tone.Look,
        SlotState.Assigned or SlotState.Wiping => Tone.Again,
        _ => null,
    };

    public static Tone? Of(EvidenceState state) => state switch
    {
        EvidenceState.Accepted => Tone.Ok,
        EvidenceState.Refused or EvidenceState.Rejected => Tone.Stop,
        EvidenceState.UnderReview => Tone.Look,
        _ => null,
    };

    public static Tone? Of(RecordState state) => state switch
    {
        RecordState.Confirmed => Tone.Ok,
        RecordState.Rejected => Tone.Stop,
        RecordState.First or RecordState.Witnessed => Tone.Look,
        _ => null,
    };
}
