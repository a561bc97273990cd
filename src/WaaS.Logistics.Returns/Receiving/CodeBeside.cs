using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.Receiving;

/// <summary>A code that stands on a device's label beside the serial and is none itself.</summary>
/// <param name="Kind">As labels print it in any language.</param>
/// <param name="IsSure">Whether its form alone leaves no doubt that it is no serial.</param>
internal sealed record CodeBeside(string Kind, string Value, bool IsSure)
{
    // Of parcels and places nothing is said here, and the secret that resets a drive is not kept.
    private static readonly CandidateKind[] OnLabels =
    [
        CandidateKind.Gtin, CandidateKind.Model, CandidateKind.PartNumber, CandidateKind.Mac, CandidateKind.Wwn, CandidateKind.Imei, CandidateKind.Meid, CandidateKind.Eid, CandidateKind.Iccid,
        CandidateKind.Component, CandidateKind.Assembly, CandidateKind.Asset, CandidateKind.Lot, CandidateKind.Quantity, CandidateKind.Date, CandidateKind.WebAddress,
    ];

    /// <summary>What a label has once; a second one belongs to the next label.</summary>
    public bool IsOnce => Kind is "GTIN" or "MODEL";

    /// <summary>Phones go by such a number, where no serial is known.</summary>
    public bool MayName => Kind is "IMEI" or "MEID";

    /// <returns><c>null</c> where the code may be a serial above all, or is of no device's label.</returns>
    public static CodeBeside? Of(Reading reading)
    {
        if (!reading.IsValid || reading.Candidates.FirstOrDefault(candidate => OnLabels.Contains(candidate.Kind)) is not { } code)
            return null;
        if (reading.Candidates.Any(candidate => candidate.Kind == CandidateKind.Serial && (candidate.IsSure || candidate.Maker is not null)))
            return null;
        return new CodeBeside(NameOf(code.Kind), Cut(code.Value), reading.Candidates.All(candidate => candidate.IsSure && !PossibleSerial.Names(candidate.Kind)));
    }

    /// <summary>For a code of a label whose serial is another: whatever it says above all; <c>null</c> for a secret, and for our own codes.</summary>
    public static CodeBeside? OfLabel(Reading reading, string text) => reading.Candidates switch
    {
        [{ Kind: CandidateKind.Psid or CandidateKind.Own }, ..] => null,
        [var first, ..] => Of(reading) ?? new CodeBeside(NameOf(first.Kind), Cut(first.Value), true),
        [] => new CodeBeside(NameOf(CandidateKind.Other), Cut(text), true),
    };

    public static string NameOf(CandidateKind kind) => kind switch
    {
        CandidateKind.Location => "GLN",
        CandidateKind.PartNumber => "P/N",
        CandidateKind.WebAddress => "URL",
        CandidateKind.ReturnableAsset => "GRAI",
        CandidateKind.Serial => "S/N",
        _ => kind.ToString().ToUpperInvariant(),
    };

    private static string Cut(string value) => value.Length > KeptCode.MaxLength ? value[..KeptCode.MaxLength] : value;
}
