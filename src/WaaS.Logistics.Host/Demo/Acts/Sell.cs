using System.Text.Json;
using WaaS.Logistics.Host.Demo.Cast;
using WaaS.Logistics.Host.Demo.Input;

namespace WaaS.Logistics.Host.Demo.Acts;

/// <summary>Graded units are put on the shelf by scan and priced; some are reserved, picked by scan and sold.</summary>
internal sealed class Sell(Stage stage)
{
    private readonly Person _seller = stage.People.Seller;
    private readonly Dictionary<string, Guid> _units = [];

    public async Task Play()
    {
        foreach (var part in Story.Parts.Where(part => part.Grade is not null))
            await PutAway(part);
        var sold = Story.Parts.Where(part => part.End == End.Sold).ToList();
        await TryForbidden(sold);
        var reserved = await _seller.Post("/stock/api/reservations", new { opId = Guid.NewGuid(), buyer = Story.Buyer, units = sold.Select(part => _units[part.Serial]) });
        var list = await _seller.Post("/stock/api/pick-lists", new { opId = Guid.NewGuid(), reservations = reserved.GetProperty("reservations").EnumerateArray().Select(row => row.GetProperty("reservationId").GetGuid()) });
        var number = list.GetProperty("number").GetString()!;
        stage.Narrator.Say($"{_seller.DisplayName} reserved {sold.Count} units for {Story.Buyer}: pick list {number}");
        await Pick(number, [.. list.GetProperty("lines").EnumerateArray().Select(line => (line.GetProperty("bin").GetString()!, line.GetProperty("serial").GetString()!))]);
        var sale = await _seller.Post($"/stock/api/pick-lists/{number}/sale", new { opId = Guid.NewGuid() });
        stage.Narrator.Say($"Pick list {number}: {sale.GetProperty("sold").GetArrayLength()} units are sold");
    }

    private async Task PutAway(Part part)
    {
        _units[part.Serial] = await Wait.For($"{part.Serial} is a stock unit", async () => (await _seller.Get($"/stock/api/units?q={part.Serial}")).EnumerateArray()
            .Where(row => row.GetProperty("serial").GetString() == part.Serial).Select(row => (Guid?)row.GetProperty("unitId").GetGuid()).SingleOrDefault(), stage.Cancel);
        if (_units.Count == 1)
            await stage.MustBeRefused(_seller, $"put {part.Serial} into {FirstDay.Quarantine}", "/stock/api/put-away", new { opId = Guid.NewGuid(), unit = part.Serial, bin = FirstDay.Quarantine }, "wrong-bin");
        await _seller.Post("/stock/api/put-away", new { opId = Guid.NewGuid(), unit = part.Serial, bin = Bin(part) });
        await _seller.Post($"/stock/api/units/{_units[part.Serial]}/price", new { opId = Guid.NewGuid(), priceMinor = Price(part), currency = "EUR" });
        stage.Narrator.Say($"{part.Serial}: in bin {Bin(part)}, {Price(part) / 100} EUR");
    }

    // Back to those who rented it, in spite of another spelling; the same unit twice; out of a bin in which it is not.
    private async Task TryForbidden(List<Part> sold)
    {
        var tenant = stage.Input.Device(sold[0].Serial)!.Customer;
        await stage.MustBeRefused(_seller, $"sell {sold[0].Serial} to {tenant}, who rented it", "/stock/api/reservations",
            new { opId = Guid.NewGuid(), buyer = tenant.ToUpperInvariant() + " ", units = new[] { _units[sold[0].Serial] } }, "buyer-is-tenant");
    }

    private async Task Pick(string number, List<(string Bin, string Serial)> lines)
    {
        var (bin, first) = lines[0];
        var other = bin == FirstDay.ShelfA ? FirstDay.ShelfB : FirstDay.ShelfA;
        await stage.MustBeRefused(_seller, $"pick {first} from {other}", $"/stock/api/pick-lists/{number}/picks", new { opId = Guid.NewGuid(), bin = other, unit = first }, "not-in-this-bin", "wrong-unit");
        foreach (var line in lines)
            await _seller.Post($"/stock/api/pick-lists/{number}/picks", new { opId = Guid.NewGuid(), bin = line.Bin, unit = line.Serial });
        await stage.MustBeRefused(_seller, $"reserve {first} a second time", "/stock/api/reservations", new { opId = Guid.NewGuid(), buyer = "Somebody Else", units = new[] { _units[first] } }, "already-reserved", "unit-picked", "unit-state");
    }

    private static string Bin(Part part) => part.Grade == "A" ? FirstDay.ShelfA : FirstDay.ShelfB;

    private static long Price(Part part) => part.Grade switch { "A" => 429_00, "B" => 349_00, _ => 199_00 };
}
