namespace WaaS.Logistics.Scanning.DataIdentifiers;

/// <summary>Data identifiers as labels print them beside their bars: <c>(1P)20XWS0AB00(S)PF2ABCDE</c>.</summary>
internal static class BracketedIdentifiers
{
    private const int LongestId = 4;

    /// <summary>An application identifier of GS1 in brackets is of digits alone and never claimed.</summary>
    public static bool IsClaimedBy(ReadOnlySpan<char> body) => At(body) is not null;

    public static Reading Read(Reading reading, ReadOnlySpan<char> body, int offset)
    {
        reading.Warn("The data identifiers are in brackets, as they are printed for people: no envelope is around them.");
        var elements = new List<ScanElement>(4);
        string? error = null;
        for (var start = 0; start < body.Length && error is null;)
        {
            var identifier = At(body[start..])!;
            var from = start + identifier.Id.Length + 2;
            var end = from;
            while (end < body.Length && At(body[end..]) is null)
                end++;
            error = ReadValue(identifier, body[from..end].Trim(), offset + from, elements);
            start = end;
        }
        return Mh10Candidates.Done(reading, elements, error);
    }

    private static string? ReadValue(DataIdentifier identifier, ReadOnlySpan<char> value, int at, List<ScanElement> elements)
    {
        if (value.IsEmpty)
            return $"DI {identifier.Id}: the value is empty, at character {at + 1}.";
        if (ValueForm.Check(identifier.Form, value) is { IsNone: false } fault)
            return $"DI {identifier.Id}: {fault.What}, at character {at + fault.At + 1}.";
        elements.Add(new ScanElement(identifier.Id, value.ToString()));
        return null;
    }

    private static DataIdentifier? At(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '(')
            return null;
        var close = text[..Math.Min(text.Length, LongestId + 2)].IndexOf(')');
        return close > 1 ? DataIdentifier.Find(text[1..close]) : null;
    }
}
