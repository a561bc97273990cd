using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.OpenOrder;

internal static class FleetBack
{
    private const int Batch = 500;

    /// <summary>Those that are expected or back already are not expected again.</summary>
    public static async Task<List<FleetDevice>> NotYetBack(this ReturnsDb db, IReadOnlyList<FleetDevice> devices, CancellationToken cancel)
    {
        var taken = new HashSet<Guid>();
        foreach (var batch in devices.Select(device => device.Id).Chunk(Batch))
        {
            taken.UnionWith(await db.Receipts.Where(row => batch.Contains(row.DeviceId) && row.State == ReceiptState.Standing).Select(row => row.DeviceId).ToListAsync(cancel));
            taken.UnionWith(await db.Expected.Where(row => batch.Contains(row.DeviceId) && row.State == ExpectedState.Open).Select(row => row.DeviceId).ToListAsync(cancel));
        }
        return [.. devices.Where(device => !taken.Contains(device.Id))];
    }
}
