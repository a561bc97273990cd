namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>Element strings as a scanner sends them: concatenated, with GS for FNC1 (GS1 General Specifications, section 7.8).</summary>
internal static class ElementString
{
    public const char Separator = '\x1D';

    /// <param name="text">Without symbology identifier and without FNC1 in first place.</param>
    /// <param name="offset">Where the text begins in the payload; only for the errors.</param>
    public static Gs1Message Read(ReadOnlySpan<char> text, int offset = 0)
    {
        var message = new Gs1Message();
        if (ReadElements(text, offset, message))
            Associations.Check(message);
        return message;
    }

    /// <summary>Elements alone, without what they need of one another.</summary>
    public static bool ReadElements(ReadOnlySpan<char> text, int offset, Gs1Message message)
    {
        if (text.IsEmpty)
            return message.Fail("The GS1 data are empty.");
        for (var at = 0; at < text.Length;)
        {
            if (AiTable.StartOf(text[at..]) is not { } entry)
                return message.Fail(Unknown(text[at..], offset + at));
            at += entry.Id.Length;
            var rest = text[at..];
            var end = rest.IndexOf(Separator);
            var fault = entry.Take(end < 0 ? rest : rest[..end], out var taken);
            if (!fault.IsNone)
                return message.Fail(entry, fault, offset + at + 1);
            if (!message.Add(entry, rest[..taken]))
                return false;
            at += taken;
            if (at < text.Length && text[at] == Separator)
                at++;
            else if (at < text.Length && entry.NeedsSeparator)
                return message.Fail($"AI ({entry.Id}): the value is too long, or the separator (FNC1) after it is missing, at character {offset + at + 1}.");
        }
        return true;
    }

    private static string Unknown(ReadOnlySpan<char> text, int at)
    {
        var digits = 0;
        while (digits < Math.Min(4, text.Length) && char.IsAsciiDigit(text[digits]))
            digits++;
        return digits < 2
            ? $"At character {at + 1} an application identifier is expected, but here is {(digits == 1 ? "a single digit" : CharacterName.Of(text[0]))}."
            : $"There is no application identifier that begins with {text[..digits]}, at character {at + 1}.";
    }
}
