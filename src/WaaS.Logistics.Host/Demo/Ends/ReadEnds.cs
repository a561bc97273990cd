using System.Text.Json;
using WaaS.Logistics.Host.Demo.Acts;
using WaaS.Logistics.Host.Demo.Input;

namespace WaaS.Logistics.Host.Demo.Ends;

/// <summary>Asks the services, over HTTP, where each device is, and holds the answers against the rules. Nothing is taken from what the demo did before.</summary>
internal sealed class ReadEnds(Stage stage, string certificateFolder)
{
    /// <summary>How long Custody may take to know everything.</summary>
    public TimeSpan Patience { get; init; } = Wait.Longest;

    public async Task<IReadOnlyList<DeviceEnd>> Read()
    {
        var ends = new List<DeviceEnd>();
        foreach (var part in Story.Parts)
            ends.Add(await Read(part));
        return ends;
    }

    public async Task<DeviceEnd> Read(Part part)
    {
        var device = stage.Input.Device(part.Serial);
        var wrong = new List<string>();
        var found = part.End switch
        {
            End.Missing => await Missing(part, wrong),
            End.Quarantined => await Quarantined(part, wrong),
            End.WipeFailed => await Blocked(part, wrong),
            _ => await OnTheWayOut(part, wrong),
        };
        var certificates = await Certificates(part, wrong);
        var facts = await Recorded(part, wrong);
        return new DeviceEnd(part, device?.Manufacturer ?? Story.StrangerMaker, device?.Model ?? Story.StrangerModel, device?.Customer ?? "(in no contract)", found, wrong, certificates, facts);
    }

    private async Task<string> Missing(Part part, List<string> wrong)
    {
        var open = await Discrepancies(part);
        Require(wrong, open.Count == 1 && open[0].GetProperty("kind").GetString() == "missing", "there is no open discrepancy 'missing'");
        await RequireNoWipeOrder(part, wrong);
        return open.Count == 0 ? "not found" : $"missing: open discrepancy, {open[0].GetProperty("owner").GetString()} finds out why";
    }

    private async Task<string> Quarantined(Part part, List<string> wrong)
    {
        var standing = (await stage.People.Auditor.Get("/returns/api/quarantine")).EnumerateArray().Where(row => Is(row, part)).ToList();
        Require(wrong, standing.Count == 1, $"it stands {standing.Count} times in quarantine, not once");
        var kind = part.Arrival == Arrival.Swapped ? "swapped" : "extra";
        Require(wrong, (await Discrepancies(part)) is [var open] && open.GetProperty("kind").GetString() == kind, $"there is no open discrepancy '{kind}'");
        await RequireNoWipeOrder(part, wrong);
        foreach (var carrier in stage.Input.CarriersOf(part.Serial))
            Require(wrong, stage.Images.IsUntouched(carrier.Serial), $"its carrier {carrier.Serial} was written to");
        return standing.Count == 0 ? "not found" : $"quarantine {standing[0].GetProperty("place").GetString()}: {standing[0].GetProperty("outcome").GetString()}; no wipe order, its carrier untouched";
    }

    private async Task<string> Blocked(Part part, List<string> wrong)
    {
        if (await WipeOrder(part, wrong) is not { } order)
            return "no wipe order";
        var blockers = order.GetProperty("blockers").EnumerateArray().ToList();
        Require(wrong, order.GetProperty("state").GetString() == "Open", "its wipe order is not open");
        Require(wrong, blockers.Any(blocker => blocker.GetProperty("rule").GetString() == "slot-failed"), "no rule 'slot-failed' blocks it");
        return "blocked: " + string.Join(", ", blockers.Select(blocker => $"{blocker.GetProperty("rule").GetString()} {blocker.GetProperty("slot").GetString()} ({blocker.GetProperty("detail").GetString()})"));
    }

    private async Task<string> OnTheWayOut(Part part, List<string> wrong)
    {
        if (await WipeOrder(part, wrong) is not { } order)
            return "no wipe order";
        Require(wrong, order.GetProperty("state").GetString() == "Cleared", $"its wipe order is {order.GetProperty("state").GetString()}");
        foreach (var carrier in stage.Input.CarriersOf(part.Serial))
            Require(wrong, stage.Images.Now(carrier.Serial).Total == 0, $"something can be read on {carrier.Serial}");
        var units = (await stage.People.Auditor.Get($"/stock/api/units?q={part.Serial}")).EnumerateArray().Where(row => Is(row, part)).ToList();
        Require(wrong, units.Count == 1, $"it is {units.Count} stock units, not one");
        return units.Count == 1 ? InStock(part, units[0], wrong) : order.GetProperty("state").GetString()!;
    }

    private static string InStock(Part part, JsonElement unit, List<string> wrong)
    {
        string Word(string field) => unit.GetProperty(field).ToString();
        var sold = part.End == End.Sold;
        Require(wrong, Word("state").Equals(sold ? "sold" : "stocked", StringComparison.OrdinalIgnoreCase), $"the unit is {Word("state")}");
        Require(wrong, Word("grade") == part.Grade, $"its grade is {Word("grade")}, not {part.Grade}");
        Require(wrong, !sold || Word("buyer") == Story.Buyer, $"its buyer is {Word("buyer")}");
        var price = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{unit.GetProperty("priceMinor").GetInt64() / 100m:0.00} {Word("currency")}");
        return sold ? $"sold to {Word("buyer")} for {price}, grade {Word("grade")}" : $"on the shelf {Word("bin")}, {price}, grade {Word("grade")}";
    }

    private async Task<IReadOnlyList<string>> Certificates(Part part, List<string> wrong)
    {
        if (part.End is not (End.Sold or End.OnTheShelf or End.WipeFailed) || await WipeOrder(part, wrong) is not { } line)
            return [];
        var order = await stage.People.Auditor.Get($"/wipe/api/orders/{line.GetProperty("id").GetGuid()}");
        var issued = order.GetProperty("certificates").EnumerateArray().Where(certificate => certificate.GetProperty("revokedAt").ValueKind == JsonValueKind.Null).Select(certificate => certificate.GetProperty("number").GetString()!).ToList();
        var due = part.End == End.WipeFailed ? 0 : stage.Input.CarriersOf(part.Serial).Count;
        Require(wrong, issued.Count == due, $"{issued.Count} certificates were issued, not {due}");
        var papers = new List<string>();
        foreach (var number in issued)
        {
            using var anyone = new HttpClient { BaseAddress = stage.Address };
            var check = JsonSerializer.Deserialize<JsonElement>(await anyone.GetStringAsync($"/verify/api/{number}", stage.Cancel));
            Require(wrong, check.GetProperty("truth").GetString()?.ToLowerInvariant() is "true" or "valid", $"certificate {number} is {check.GetProperty("truth")}");
            foreach (var path in new[] { $"{number}-de.pdf", $"{number}-en.pdf" }.Select(name => Path.Combine(certificateFolder, name)))
            {
                Require(wrong, File.Exists(path) && new FileInfo(path).Length > 0, $"{path} is not there");
                papers.Add(path);
            }
        }
        return papers;
    }

    private async Task<int> Recorded(Part part, List<string> wrong)
    {
        var path = stage.DeviceIds.TryGetValue(part.Serial, out var id) ? $"/custody/api/devices/{id}" : $"/custody/api/facts/serial/{part.Serial}";
        var expected = LifeOf.Expected(part, stage.Input.CarriersOf(part.Serial).Count);
        List<string> differences = [];
        JsonElement life = default;
        try
        {
            await Wait.Until("Custody knows everything", async () => (differences = [.. LifeOf.Differences(life = await stage.People.Auditor.Get(path), expected)]).Count == 0, stage.Cancel, Patience);
        }
        catch (DemoFailedException)
        {
            wrong.AddRange(differences);
        }
        return life.GetArrayLength();
    }

    private async Task<JsonElement?> WipeOrder(Part part, List<string> wrong)
    {
        var orders = await WipeOrders(part);
        Require(wrong, orders.Count == 1, $"it has {orders.Count} wipe orders, not one");
        return orders.Count == 1 ? orders[0] : null;
    }

    private async Task RequireNoWipeOrder(Part part, List<string> wrong) => Require(wrong, (await WipeOrders(part)).Count == 0, "it has a wipe order");

    private async Task<List<JsonElement>> WipeOrders(Part part) => [.. (await stage.People.Auditor.Get($"/wipe/api/orders?filter=All&search={part.Serial}")).EnumerateArray()];

    private async Task<List<JsonElement>> Discrepancies(Part part) => [.. (await stage.People.Auditor.Get("/returns/api/discrepancies?state=Open")).EnumerateArray().Where(row => Is(row, part))];

    private static bool Is(JsonElement row, Part part) => row.GetProperty("serial").GetString() == part.Serial;

    private static void Require(List<string> wrong, bool holds, string otherwise)
    {
        if (!holds)
            wrong.Add(otherwise);
    }
}
