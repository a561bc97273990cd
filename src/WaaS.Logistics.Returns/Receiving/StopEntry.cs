using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.Receiving;

/// <summary>A device that must stop at the door: reported stolen, under dispute, evidence, a data risk.</summary>
internal sealed class StopEntry : Root
{
    private StopEntry()
    {
    }

    public StopEntry(string serial, string? manufacturer, string why, string by, DateTime now)
    {
        SerialKey = DeviceSerial.Key(serial) is { } key && !DeviceSerial.IsPlaceholder(key)
            ? key : throw RefusedException.Invalid("serial", $"'{serial}' is no serial.", serial).Worded(string.IsNullOrWhiteSpace(serial) ? "stop-without-serial" : "stop-no-serial");
        if (string.IsNullOrWhiteSpace(why) || why.Length > 500)
            throw RefusedException.Invalid("why", "Write why the device must stop, in at most 500 characters.");
        (Serial, Manufacturer) = (serial.Trim(), manufacturer);
        MakerKey = manufacturer is null ? null : DeviceMaker.Key(manufacturer) is { Length: > 0 } maker
            ? maker : throw RefusedException.Invalid("manufacturer", $"'{manufacturer}' names no manufacturer. Leave it empty to stop the serial of any maker.", manufacturer).Worded("maker-unknown");
        (Why, EnteredBy, EnteredAt) = (why.Trim(), by, now);
    }

    public string Serial { get; private set; } = "";
    public string SerialKey { get; private set; } = "";

    /// <summary>Null stops the serial whoever made it.</summary>
    public string? Manufacturer { get; private set; }

    public string? MakerKey { get; private set; }
    public string Why { get; private set; } = "";
    public string EnteredBy { get; private set; } = "";
    public DateTime EnteredAt { get; private set; }
    public DateTime? LiftedAt { get; private set; }
    public string? LiftedBy { get; private set; }
    public string? LiftedBecause { get; private set; }

    public void Lift(string because, string by, DateTime now)
    {
        if (LiftedAt is not null)
            throw new RefusedException("stop-lifted", $"The stop of {Serial} was lifted by {LiftedBy} before.", 409, null, Serial, LiftedBy!);
        if (string.IsNullOrWhiteSpace(because) || because.Length > 500)
            throw RefusedException.Invalid("because", "Write why the stop is lifted, in at most 500 characters.").Worded("lift-without-reason");
        (LiftedAt, LiftedBy, LiftedBecause) = (now, by, because.Trim());
    }
}
