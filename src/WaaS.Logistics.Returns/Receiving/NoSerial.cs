using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.Receiving;

/// <summary>Says what a scan is that names no device and no carrier. Kept as a serial, it would wait for its owner for ever.</summary>
internal static class NoSerial
{
    /// <returns>Why not, where the payload breaks the rules of its standard or is surely a number of another meaning; else <c>null</c>.</returns>
    public static RefusedException? Of(Reading reading)
    {
        if (!reading.IsValid)
            return new("label-faulty", $"{reading.Error} Scan the serial's barcode again, or type the serial.", 400, "payload", NameOf(reading.Standard));
        if (reading.Candidates is [var other, ..] && reading.Candidates.All(candidate => candidate.IsSure && !PossibleSerial.Names(candidate.Kind)))
            return new("not-a-serial", $"{other.Reason} Scan the barcode of the serial.", 400, "payload", CodeBeside.NameOf(other.Kind));
        return null;
    }

    // As the standards call themselves, in every language.
    private static string NameOf(ScanStandard standard) => standard switch
    {
        ScanStandard.Gs1 => "GS1",
        ScanStandard.DigitalLink => "GS1 Digital Link",
        ScanStandard.Mh10 => "MH10.8.2",
        ScanStandard.Own => "WL",
        _ => standard.ToString(),
    };
}
