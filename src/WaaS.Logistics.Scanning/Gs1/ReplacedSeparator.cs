using System.Buffers;

namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>
/// Keyboards, drivers and apps put a sign of their own where FNC1 was, as <c>|</c> or <c>#</c>. None of these is in GS1 character set 82; where the whole
/// payload obeys the standard with FNC1 in its place, nothing else can be meant.
/// </summary>
internal static class ReplacedSeparator
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("|#@^~$`{}[]\\ \t\x1C\x1E\x1F");

    /// <param name="body">Found to break a rule as it stands.</param>
    /// <returns><c>null</c> where the payload is no better with FNC1 in place of the first such sign.</returns>
    public static Gs1Message? Read(Reading reading, ReadOnlySpan<char> body, int offset)
    {
        var at = body.IndexOfAny(Signs);
        if (at < 0)
            return null;
        var sign = body[at];
        var message = ElementString.Read(body.ToString().Replace(sign, ElementString.Separator), offset);
        if (message.Error is not null)
            return null;
        reading.Warn($"Where the separator (FNC1, GS) should be there is {CharacterName.Of(sign)}: set the scanner or its app to send control characters.");
        reading.LostControls = $"GS ({CharacterName.Of(sign)})";
        return message;
    }
}
