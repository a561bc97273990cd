using System.Text.Json.Serialization;

namespace WaaS.Logistics.Platform.Web;

/// <summary>Colour, icon and sound of a verdict; the word says which one it is.</summary>
public enum Tone
{
    Ok,
    Again,
    Look,
    Stop,
}

/// <summary>What a scanner may have typed, on its way to whoever takes it.</summary>
public interface ITypedScan
{
    /// <summary>What was typed; <c>null</c> where no keyboard stands between.</summary>
    string? Typed { get; }

    /// <summary>Whether the text has been repaired already, and is not to be repaired twice.</summary>
    bool IsRepaired { get; }

    /// <summary>The same scan with what this station's calibration makes of it.</summary>
    ITypedScan Repaired(string payload);
}

/// <summary>What the scan module posts, one after another, in the order of scanning.</summary>
/// <param name="OpId">The same id again gets the first answer again.</param>
/// <param name="Payload">As the scanner typed it, with GS as U+001D. Absent with <paramref name="Codes"/>.</param>
/// <param name="Codes">In place of the payload, where one label is looked at as a whole: all its codes, as a camera read them.</param>
/// <param name="FromCamera">The payload was seen and not typed: no keyboard stands between.</param>
public sealed record ScanPost(Guid OpId, string Payload = "", IReadOnlyList<LabelCode>? Codes = null, bool FromCamera = false) : ITypedScan
{
    /// <summary>What the scanner typed, where the payload is not that but what this station's calibration makes of it.</summary>
    [JsonIgnore]
    public string? Arrived { get; init; }

    string? ITypedScan.Typed => FromCamera || Codes is not null ? null : Payload;

    bool ITypedScan.IsRepaired => false;

    ITypedScan ITypedScan.Repaired(string payload) => this with { Payload = payload, Arrived = Payload };
}

/// <summary>One code of a label.</summary>
/// <param name="Text">What it holds, with GS as U+001D.</param>
/// <param name="SymbologyIdentifier">As ISO/IEC 15424 has it, for example <c>]d2</c>; absent where the reader does not say.</param>
public sealed record LabelCode(string Text, string? SymbologyIdentifier = null);

/// <summary>What a station page shows for a scan. Texts are in the person's language already.</summary>
/// <param name="Word">The verdict in one word, as large as the screen allows.</param>
/// <param name="Subject">What was scanned, as people call it.</param>
/// <param name="Next">What to do now.</param>
/// <param name="Go">The page to open instead of staying here.</param>
/// <param name="Acknowledge">Posted with an own opId when a stop is acknowledged.</param>
public sealed record ScanAnswer(Tone Tone, string Word, string Subject, string? Next = null, string? Go = null, string? Acknowledge = null);
