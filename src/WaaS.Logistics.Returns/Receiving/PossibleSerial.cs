using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.Receiving;

/// <summary>A serial a scan may mean.</summary>
/// <param name="Key">As serials are compared.</param>
/// <param name="Maker">What the label says; absent where it is only a guess from the serial's form.</param>
/// <param name="IsSure">Whether the label itself says that this is the serial.</param>
internal sealed record PossibleSerial(string Serial, string Key, string? Maker, string? Model, bool IsSure)
{
    /// <summary>Likeliest first, and always the text as it stands, where it can be a serial: a contract may hold any spelling.</summary>
    public static IReadOnlyList<PossibleSerial> Of(Reading reading, string text)
    {
        var found = new List<PossibleSerial>();
        foreach (var candidate in reading.Candidates.Where(candidate => Names(candidate.Kind)))
            if (DeviceSerial.Key(candidate.Value) is { } key && found.TrueForAll(other => other.Key != key))
                found.Add(candidate.IsSure ? new(candidate.Value, key, candidate.Maker, candidate.Model, true) : new(candidate.Value, key, null, null, false));
        if (DeviceSerial.Key(text) is { } whole && found.TrueForAll(other => other.Key != whole))
            found.Add(new(text, whole, null, null, false));
        return found;
    }

    /// <summary>Whether a number of this kind names one device: phones go by their IMEI or MEID.</summary>
    public static bool Names(CandidateKind kind) => kind is CandidateKind.Serial or CandidateKind.Imei or CandidateKind.Meid;

    /// <summary>For a serial nobody knows: what the label itself calls one, else the text as it stands. Nothing is taken off on a guess.</summary>
    public static PossibleSerial Best(IReadOnlyList<PossibleSerial> possible, string text) =>
        possible.FirstOrDefault(serial => serial.IsSure) ?? possible.FirstOrDefault(serial => serial.Key == DeviceSerial.Key(text)) ?? possible[0];
}
