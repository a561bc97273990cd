using WaaS.Logistics.Scanning.Tracking;
using WaaS.Logistics.Scanning.Vendors;

namespace WaaS.Logistics.Scanning.DataIdentifiers;

/// <summary>Format 01 of ISO/IEC 15434, which carriers put on their labels (ANSI MH10.8.3): postal code, country, service, tracking number, the carrier's four letters, and more.</summary>
internal static class TransportFormat
{
    private const int NumberAt = 3;
    private const int MostFields = 40;

    public static void Read(Reading reading, ReadOnlySpan<char> data)
    {
        var fields = data.TrimStart('\x1D').ToString().Split('\x1D', MostFields, StringSplitOptions.TrimEntries);
        if (fields.Length < NumberAt + 2 || fields[NumberAt].Length is < 4 or > DeviceSerial.MaxLength)
        {
            reading.Warn("Format 01 of the envelope is a carrier's and holds no tracking number; it is left alone.");
            return;
        }
        var number = OfUps(fields) ?? fields[NumberAt];
        reading.Warn("Format 01 of the envelope is a carrier's: its tracking number is read, the rest is left alone.");
        if (TrackingRules.AddTo(reading, number, VendorRules.Certainty.Likely, VendorRules.Certainty.Sure, out _) is null)
            reading.Add(CandidateKind.Tracking, number, "Read from the carrier's format 01: tracking number {value}.", isSure: false);
    }

    // UPS leaves the shipper's number and the service out of the tracking number, and puts them into fields of their own.
    private static string? OfUps(string[] fields) =>
        fields[NumberAt + 1] == "UPSN" && fields[NumberAt] is ['1', 'Z', ..] and { Length: 10 } number && fields.Length > NumberAt + 2 && fields[NumberAt + 2].Length == 6 && fields[NumberAt - 1].Length >= 2
            ? $"1Z{fields[NumberAt + 2]}{fields[NumberAt - 1][^2..]}{number[2..]}" : null;
}
