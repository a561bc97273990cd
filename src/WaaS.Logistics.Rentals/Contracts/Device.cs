using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Rentals.Contracts;

/// <summary>A device as it has been known since its first contract. Maker and serial make it one: a maker gives a serial once, two makers may give the same.</summary>
internal sealed class Device : Root
{
    private Device()
    {
    }

    public Device(string manufacturer, string model, string serial)
    {
        (Manufacturer, Model, Serial) = (manufacturer, model, serial);
        MakerKey = DeviceMaker.Key(manufacturer);
        SerialKey = DeviceSerial.Key(serial) ?? throw new ArgumentException($"'{serial}' is no serial.", nameof(serial));
    }

    public string Manufacturer { get; private set; } = "";
    public string Model { get; private set; } = "";
    public string Serial { get; private set; } = "";
    public string MakerKey { get; private set; } = "";
    public string SerialKey { get; private set; } = "";
}
