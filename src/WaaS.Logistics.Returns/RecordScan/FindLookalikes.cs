using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.RecordScan;

/// <summary>Devices whose serial people confuse with one that nothing has: O for 0, I for 1, a hyphen more or less. They are shown to a person, never taken.</summary>
internal sealed class FindLookalikes(ReturnsDb db)
{
    private const int Most = 9;

    /// <returns>Those the order expects first.</returns>
    public async Task<IReadOnlyList<ScanChoice>> Of(Guid order, ScannedDevice scanned, CancellationToken cancel)
    {
        var key = FuzzySerialKey.Of(scanned.SerialKey).Text;
        if (key.Length < 4)
            return [];
        var alike = await (from device in db.Fleet.AsNoTracking()
                           where device.AskingKey == key
                           let isExpected = db.Expected.Any(row => row.OrderId == order && row.DeviceId == device.Id)
                           orderby isExpected descending, device.Serial
                           select new { device.Manufacturer, device.Model, device.Serial }).Take(Most).ToListAsync(cancel);
        return [.. alike.Where(device => IsOfTheFamily(scanned, device.Manufacturer, device.Model, device.Serial)).Select(device => new ScanChoice(device.Manufacturer, device.Model, device.Serial))];
    }

    // A label that names maker and model cannot be that of another maker's device, whatever the serial.
    private static bool IsOfTheFamily(ScannedDevice scanned, string maker, string model, string serial)
    {
        if (scanned.Manufacturer is not { } said || !DeviceSerial.CanBe(serial))
            return true;
        var (label, device) = (DeviceIdentity.Of(said, scanned.Model ?? model, scanned.Serial), DeviceIdentity.Of(maker, model, serial));
        return label.Maker == device.Maker && (scanned.Model is null || label.ModelFamily == device.ModelFamily) && label.AskingKey == device.AskingKey;
    }
}
