using System.Text.Json;
using WaaS.Logistics.Host.Demo.Input;

namespace WaaS.Logistics.Host.Demo.Ends;

/// <summary>What Custody must have recorded of a device: each fact as often as it happened, and nothing that did not.</summary>
internal static class LifeOf
{
    private static readonly string[] Counted =
    [
        "DeviceRented", "DeviceReceived", "DeviceQuarantined", "DiscrepancyFound", "CarriersSeen", "CarrierSanitized", "CertificateIssued", "WipeFailed", "DeviceCleared", "DeviceReopened",
        "DeviceGraded", "DeviceScrapped", "UnitAdmitted", "UnitBlocked", "UnitStocked", "UnitReserved", "UnitPicked", "UnitSold", "UnitReturned",
    ];

    public static IReadOnlyDictionary<string, int> Expected(Part part, int carriers) => part.End switch
    {
        End.Missing => Facts("DeviceRented", "DiscrepancyFound"),
        End.Quarantined when part.Arrival == Arrival.Swapped => Facts("DeviceQuarantined", "DiscrepancyFound"),
        End.Quarantined => Facts("DeviceRented", "DeviceQuarantined", "DiscrepancyFound"),
        End.WipeFailed => Facts("DeviceRented", "DeviceReceived", "CarriersSeen", "WipeFailed"),
        _ => Cleared(part.End, carriers),
    };

    public static IEnumerable<string> Differences(JsonElement life, IReadOnlyDictionary<string, int> expected)
    {
        var facts = life.EnumerateArray().Select(fact => (Event: fact.GetProperty("event").GetString()!, Message: fact.GetProperty("messageId").GetGuid())).ToList();
        if (facts.DistinctBy(fact => fact.Message).Count() != facts.Count)
            yield return "Custody recorded a message twice";
        foreach (var word in Counted)
            if (facts.Count(fact => fact.Event == word) is var times && times != expected.GetValueOrDefault(word))
                yield return $"Custody has {times} {word}, not {expected.GetValueOrDefault(word)}";
    }

    private static Dictionary<string, int> Facts(params string[] events) => events.ToDictionary(word => word, _ => 1);

    private static Dictionary<string, int> Cleared(End end, int carriers)
    {
        string[] stocked = ["DeviceRented", "DeviceReceived", "CarriersSeen", "DeviceCleared", "DeviceGraded", "UnitAdmitted", "UnitStocked"];
        var facts = Facts(end == End.Sold ? [.. stocked, "UnitReserved", "UnitPicked", "UnitSold"] : stocked);
        if (carriers > 0)
            facts["CarrierSanitized"] = facts["CertificateIssued"] = carriers;
        return facts;
    }
}
