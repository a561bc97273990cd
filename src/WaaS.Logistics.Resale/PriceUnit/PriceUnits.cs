using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.PriceUnit;

/// <param name="PriceMinor">Whole minor units, cents for EUR.</param>
/// <param name="Currency">ISO 4217.</param>
internal sealed record PriceUnitsRequest(Guid OpId, IReadOnlyList<Guid> Units, long PriceMinor, string Currency);

/// <summary>Sets the price of one unit or of several equal ones; all of them or none.</summary>
internal sealed class PriceUnits(ResaleDb db)
{
    public Task<IReadOnlyList<UnitRow>> Handle(PriceUnitsRequest request, CancellationToken cancel) => db.Once<IReadOnlyList<UnitRow>>(request.OpId, "price-units", request, async () =>
    {
        var price = Price.Read(request.PriceMinor, request.Currency);
        var units = await db.SeveralUnits(request.Units, cancel);
        foreach (var unit in units)
            unit.Cost(price);
        return [.. units.Select(UnitRow.Of)];
    }, [], cancel);
}
