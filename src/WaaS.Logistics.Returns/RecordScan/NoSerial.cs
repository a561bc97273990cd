using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.RecordScan;

/// <summary>Says what a scan is that names no device and no carrier. Kept as a serial, it would wait for its owner for ever.</summary>
internal static class NoSerial
{
    private static readonly CandidateKind[] Serials = [CandidateKind.Serial, CandidateKind.Imei, CandidateKind.Meid];

    /// <exception cref="RefusedException">The payload breaks the rules of its standard, or is surely a number of another meaning.</exception>
    public static void Refuse(Reading reading)
    {
        if (!reading.IsValid)
            throw new RefusedException("label-faulty", $"{reading.Error} Scan the serial's barcode again, or type the serial.", 400, "payload", reading.Standard == ScanStandard.Mh10 ? "MH10.8.2" : reading.Standard.ToString());
        if (reading.Candidates is [var other, ..] && reading.Candidates.All(candidate => candidate.IsSure && !Serials.Contains(candidate.Kind)))
            throw new RefusedException("not-a-serial", $"{other.Reason} Scan the barcode of the serial.", 400, "payload", Abbreviation(other.Kind));
    }

    // As labels print it in any language.
    private static string Abbreviation(CandidateKind kind) => kind switch
    {
        CandidateKind.Location => "GLN",
        CandidateKind.PartNumber => "P/N",
        CandidateKind.WebAddress => "URL",
        CandidateKind.ReturnableAsset => "GRAI",
        _ => kind.ToString().ToUpperInvariant(),
    };
}
