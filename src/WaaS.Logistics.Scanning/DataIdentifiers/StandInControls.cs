using System.Buffers;

namespace WaaS.Logistics.Scanning.DataIdentifiers;

/// <summary>
/// Envelopes in which some sign came for GS, as <c>[)&gt;06]SABC]Q1</c> from a keyboard that dropped Ctrl, or the names of the control characters as plain letters.
/// Put back only where a known identifier follows each: then nothing else can be meant.
/// </summary>
internal static class StandInControls
{
    private const string Format = "06";
    private const string Names = "RS06GS";

    // Signs that stand inside of values too often to part them.
    private static readonly SearchValues<char> NeverMarks = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz -./:");

    /// <param name="data">What follows the header; it holds neither GS nor RS.</param>
    /// <returns>The same from RS to before the last RS, or <c>null</c> where it cannot be told.</returns>
    public static string? PutBack(Reading reading, ReadOnlySpan<char> data)
    {
        var (fields, called) = data.StartsWith(Names) ? (AfterNames(data), "GS") : BySign(data);
        if (fields.Count == 0 || !fields.TrueForAll(field => DataIdentifier.At(field) is { } identifier && field.Length > identifier.Id.Length))
            return null;
        reading.Warn($"The control character GS came as '{called}': set the scanner or its app to send control characters.");
        reading.LostControls = $"GS ({called})";
        return $"\x1E{Format}\x1D{string.Join('\x1D', fields)}";
    }

    private static List<string> AfterNames(ReadOnlySpan<char> data)
    {
        var rest = data[Names.Length..].ToString();
        foreach (var end in (string[])["EOT", "RS"])
            rest = rest.EndsWith(end, StringComparison.Ordinal) ? rest[..^end.Length] : rest;
        return [.. rest.Split("GS")];
    }

    private static (List<string>, string) BySign(ReadOnlySpan<char> data)
    {
        var at = data.IndexOf(Format);
        // In front of the format what came for RS, behind it what came for GS.
        if (at is < 0 or > 1 || at == 1 && NeverMarks.Contains(data[0]) || data.Length < at + 4 || NeverMarks.Contains(data[at + 2]))
            return ([], "");
        var mark = data[at + 2];
        return ([.. data[(at + 3)..].ToString().Split(mark, StringSplitOptions.RemoveEmptyEntries)], $"{mark}");
    }
}
