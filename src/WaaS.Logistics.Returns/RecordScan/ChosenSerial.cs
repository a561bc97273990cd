using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.RecordScan;

/// <summary>A person's answer to the question which serial is meant. It can only be one that the scan may be read as.</summary>
internal static class ChosenSerial
{
    /// <param name="possible">What was scanned, in every reading.</param>
    public static ScannedDevice Of(RecordScanRequest request, IEnumerable<string> possible)
    {
        var chosen = request.Serial!.Trim();
        if (DeviceSerial.Key(chosen) is not { } key || !possible.Any(serial => FuzzySerialKey.Of(serial) == FuzzySerialKey.Of(chosen)))
            throw RefusedException.Invalid("serial", $"'{chosen}' is not what was scanned. Choose one of the serials offered, or scan the device again.", chosen);
        return new ScannedDevice(chosen, key, null, Clean(request.Manufacturer), Clean(request.Model));
    }

    public static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
