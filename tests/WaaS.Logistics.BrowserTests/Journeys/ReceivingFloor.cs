using System.Text.Json;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>What lies on the pallets of a morning: announced devices, and others for every outcome a scan can have.</summary>
internal static class ReceivingFloor
{
    public const string Expected = "PF3EXP01", Swapped = "PF3SWP01", Extra = "5RFEXT01", Foreign = "5CGFOR01", Stolen = "PF3STP01", Unknown = "ZZ9NEVER", Article = "4006381333931";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<string> Burst { get; } = [.. Enumerable.Range(1, 10).Select(number => $"PF3BST{number:D2}")];

    /// <returns>The number of the announced return order.</returns>
    public static async Task<string> Fill(Crew crew)
    {
        var devices = new List<string>
        {
            Line("V-1", "Müller & Söhne GmbH", "Lenovo", "ThinkPad T14", Expected), Line("V-1", "Müller & Söhne GmbH", "Lenovo", "ThinkPad T14", "PF3OPEN1"), Line("V-1", "Müller & Söhne GmbH", "Lenovo", "ThinkPad T14", Stolen),
            Line("V-2", "Müller & Söhne GmbH", "Lenovo", "ThinkPad T14", Swapped), Line("V-2", "Müller & Söhne GmbH", "Dell", "Latitude 5440", Extra),
            Line("V-3", "Kanzlei Muster", "HP", "EliteBook 840", Foreign),
        };
        devices.AddRange(Burst.Select(serial => Line("V-1", "Müller & Söhne GmbH", "Lenovo", "ThinkPad T14", serial)));
        await crew.Import("olga", "contract;customer;reseller;start;termMonths;manufacturer;model;serial;carrierSlots\n" + string.Concat(devices));
        await Poll.Until(async () => (await crew.Get("olga", "/returns/api/fleet")).GetArrayLength(), devices.Count, Soon, "returns knows the devices");
        foreach (var (code, kind) in new[] { ("DOCK-1", "dock"), ("SEC-1", "secured"), ("QUA-1", "quarantine") })
            await crew.Post("rene", "/returns/api/places", new { opId = Guid.NewGuid(), code, kind });
        await crew.Post("olga", "/returns/api/stops", new { opId = Guid.NewGuid(), serial = Stolen, why = "Diebstahlsanzeige 12/26" });
        return (await crew.Post("olga", "/returns/api/orders", new { opId = Guid.NewGuid(), contract = "V-1" })).GetProperty("number").GetString()!;
    }

    /// <summary>The session's scans as the server has them, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> Scans(Crew crew, string session) =>
        [.. (await crew.Get("rene", $"/returns/api/sessions/{session}")).GetProperty("scans").EnumerateArray().OrderBy(scan => scan.GetProperty("number").GetInt32()).Select(scan => scan.GetProperty("serial").GetString()!)];

    private static string Line(string contract, string customer, string maker, string model, string serial) => $"{contract};{customer};;2026-01-01;36;{maker};{model};{serial};1\n";
}
