using System.Buffers;

namespace WaaS.Logistics.Scanning;

/// <summary>Control characters that a scanner, a driver or an app turned into something visible are recognised, named and put back.</summary>
internal static class ControlCharacters
{
    // What stands for FS, GS, RS, US and EOT in the wild; the longer spelling of two that begin alike first.
    private static readonly (string Text, char Control, string Called)[] Spellings =
    [
        .. Named("{", "}", "a name in braces"), .. Named("<", ">", "a name in angle brackets"), .. Named("[", "]", "a name in square brackets"),
        ("␜", '\x1C', "a picture of itself"), ("␝", '\x1D', "a picture of itself"), ("␞", '\x1E', "a picture of itself"), ("␟", '\x1F', "a picture of itself"), ("␄", '\x04', "a picture of itself"),
        ("∟", '\x1C', "a glyph of the IBM PC"), ("↔", '\x1D', "a glyph of the IBM PC"), ("▲", '\x1E', "a glyph of the IBM PC"), ("▼", '\x1F', "a glyph of the IBM PC"), ("♦", '\x04', "a glyph of the IBM PC"),
        ("^\\", '\x1C', "a caret and a letter"), ("^]", '\x1D', "a caret and a letter"), ("^^", '\x1E', "a caret and a letter"), ("^D", '\x04', "a caret and a letter"),
        .. Numbered("\\x", "a programmer's escape"), .. Numbered("\\u00", "a programmer's escape"), .. Numbered("%", "percent-encoding"),
        ("&#29;", '\x1D', "an HTML entity"), ("&#30;", '\x1E', "an HTML entity"), ("&#4;", '\x04', "an HTML entity"),
        ("{FNC1}", '\x1D', "a name in braces"), ("<FNC1>", '\x1D', "a name in angle brackets"),
    ];

    private static readonly SearchValues<string> Any = SearchValues.Create(Spellings.Select(spelling => spelling.Text).ToArray(), StringComparison.Ordinal);

    // Hardly any payload holds one of these, so the long list is hardly ever looked through.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create(string.Concat(Spellings.Select(spelling => spelling.Text[0]).Distinct()));

    public static bool AreVisible(ReadOnlySpan<char> text) => text.ContainsAny(Beginnings) && text.ContainsAny(Any);

    /// <summary>Warns of each that was found, naming it.</summary>
    public static string Restore(Reading reading, string text)
    {
        var seen = "";
        foreach (var (spelling, control, called) in Spellings)
        {
            if (!text.Contains(spelling, StringComparison.Ordinal))
                continue;
            text = text.Replace(spelling, control.ToString());
            if (!seen.Contains(control))
            {
                reading.Warn($"{CharacterName.Of(control)} came as {called}, '{spelling}': set the scanner or its app to send control characters.");
                reading.LostControls += $"{(seen.Length == 0 ? "" : ", ")}{CharacterName.Short(control)} ({spelling})";
            }
            seen += control;
        }
        return text;
    }

    private static IEnumerable<(string, char, string)> Named(string open, string close, string called) =>
        new (string Name, char Control)[] { ("FS", '\x1C'), ("GS", '\x1D'), ("RS", '\x1E'), ("US", '\x1F'), ("EOT", '\x04') }.SelectMany(pair =>
            new[] { (open + pair.Name + close, pair.Control, called), (open + pair.Name.ToLowerInvariant() + close, pair.Control, called) });

    private static IEnumerable<(string, char, string)> Numbered(string prefix, string called) =>
        new (string Number, char Control)[] { ("1C", '\x1C'), ("1D", '\x1D'), ("1E", '\x1E'), ("1F", '\x1F'), ("04", '\x04') }.SelectMany(pair =>
            new[] { (prefix + pair.Number, pair.Control, called), (prefix + pair.Number.ToLowerInvariant(), pair.Control, called) }.Distinct());
}
