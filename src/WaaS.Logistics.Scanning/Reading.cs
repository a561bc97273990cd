using WaaS.Logistics.Scanning.Layout;

namespace WaaS.Logistics.Scanning;

/// <summary>
/// What one scanned payload can mean: the standard it is written in, its elements, and every way to read it with the reason for each.
/// Nothing is chosen here; that takes the return order's expected list and the fleet. Never throws, whatever the payload.
/// </summary>
public sealed class Reading
{
    /// <summary>Longest payload that is read, in characters; no symbol holds more than 7,089.</summary>
    public const int MaxLength = 8_192;

    internal Reading(string payload) => Payload = payload;

    /// <summary>As it came, control characters included.</summary>
    public string Payload { get; }

    public AimIdentifier Aim { get; internal set; }

    /// <summary>The layout the payload was repaired by; <see cref="KeyboardLayout.Us"/> when nothing was.</summary>
    public KeyboardLayout RepairedLayout { get; internal set; }

    public ScanStandard Standard { get; internal set; }

    /// <summary>Whether the payload obeys the standard named. A payload that does not is never acted upon without a person.</summary>
    public bool IsValid { get; internal set; } = true;

    /// <summary>In the order of the payload; up to the error, where there is one.</summary>
    public IReadOnlyList<ScanElement> Elements { get; internal set; } = [];

    /// <summary>Likeliest first.</summary>
    public IReadOnlyList<Candidate> Candidates => Found;

    /// <summary>What was read although it was not as it should be, for example a lost control character.</summary>
    public IReadOnlyList<string> Warnings => Warned ?? [];

    /// <summary>What is wrong and where, as a sentence in English; <c>null</c> for a valid payload.</summary>
    public string? Error { get; internal set; }

    /// <summary>The control characters the payload should have and has not: missing, or turned into something visible, as names; empty where none is in doubt.</summary>
    public string LostControls { get; internal set; } = "";

    internal List<Candidate> Found { get; } = new(2);

    private List<string>? Warned { get; set; }

    /// <param name="payload">One scan, with or without a leading symbology identifier.</param>
    public static Reading Of(string payload) => PayloadReader.Read(payload, KeyboardLayout.Us);

    /// <param name="payload">One scan, as it arrived.</param>
    /// <param name="station">The layout that the calibration card showed for the station it arrived at; everything from there is repaired.</param>
    public static Reading Of(string payload, KeyboardLayout station) => PayloadReader.Read(payload, station);

    internal void Warn(string warning) => (Warned ??= []).Add(warning);

    internal Reading Fail(ScanStandard standard, string error)
    {
        (Standard, IsValid, Error) = (standard, false, error);
        return this;
    }

    internal void Add(CandidateKind kind, string value, string why, string? maker = null, string? model = null, bool isSure = true)
    {
        foreach (var found in Found)
            if (found.Kind == kind && found.Value == value && (found.Maker == maker || maker is null))
                return;
        Found.Add(new Candidate(kind, value, why, maker, model, isSure));
    }
}
