using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Labels;

namespace WaaS.Logistics.Returns.RecordScan;

/// <summary>One code of a label, read.</summary>
/// <param name="Serials">It may mean; empty where it is surely none.</param>
internal sealed record LabelLine(string Text, string Payload, Reading Reading, OwnCode? Own, IReadOnlyList<PossibleSerial> Serials)
{
    /// <summary>The serial it says by itself to be.</summary>
    public PossibleSerial? Strong { get; } = Reading.IsValid && Reading.Candidates.FirstOrDefault(candidate => candidate.Kind == CandidateKind.Serial && (candidate.IsSure || candidate.Maker is not null)) is { } named
        ? Serials.FirstOrDefault(serial => serial.Key == DeviceSerial.Key(named.Value)) : null;

    public static LabelLine Of(LabelCode code, int index)
    {
        var text = code.Text?.Trim('\r', '\n', '\t') ?? "";
        if (text.Trim().Length is 0 or > Reading.MaxLength)
            throw RefusedException.Invalid($"codes[{index}].text", text.Trim().Length == 0 ? "A code without text. Leave it out." : $"A code has {text.Length} characters; no symbol holds more than {Reading.MaxLength}.");
        var identifier = code.SymbologyIdentifier ?? "";
        if (identifier.Length > 0 && (identifier.Length != 3 || !Reading.Of(identifier + "0").Aim.IsPresent))
            throw RefusedException.Invalid($"codes[{index}].symbologyIdentifier", $"'{identifier}' is no symbology identifier of ISO/IEC 15424 such as ]d2. Leave it out where the reader does not say.", identifier);
        if (OwnCode.IsClaimedBy(text) && OwnCode.TryParse(text, out var own, out _))
            return new LabelLine(text, text, Reading.Of(text), own, []);
        var payload = text.StartsWith(']') ? text : identifier + text;
        var reading = Reading.Of(payload);
        return new LabelLine(text, payload, reading, null, !reading.IsValid ? [] : PossibleSerial.Of(reading, text));
    }

    public static void Require(RecordScanRequest request)
    {
        if (request.Codes is not { } codes)
            return;
        if (request.Payload.Length > 0)
            throw RefusedException.Invalid("codes", "Send either payload, for one scan, or codes, for all codes of one label; both were sent.").Worded("codes-and-payload");
        if (codes.Count is 0 or > LabelReading.MostCodes || codes.Any(code => code is null))
            throw RefusedException.Invalid("codes", $"codes holds 1 to {LabelReading.MostCodes} codes of one label; it holds {codes.Count}.", LabelReading.MostCodes, codes.Count);
    }
}
