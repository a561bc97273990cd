namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>
/// Element strings as they are printed for people: <c>(01)09521234543213(21)ABC</c>, or with square brackets. A bracket inside a value is written <c>\(</c>. No value can hold a blank,
/// so blanks around a value, and those that part its digits into groups, are the printer's.
/// </summary>
internal static class BracketedText
{
    public static bool IsClaimedBy(ReadOnlySpan<char> text) => text switch
    {
        ['(', ..] => text.Length == 1 || char.IsAsciiDigit(text[1]) || text[1] == ')',
        // Square ones are used for much else: they must hold an identifier that there is.
        ['[', ..] => text.Length > 3 && text[..Math.Min(text.Length, 6)].IndexOf(']') is > 0 and var close && AiTable.Find(text[1..close]) is not null,
        _ => false,
    };

    public static Gs1Message Read(ReadOnlySpan<char> text, int offset = 0)
    {
        var message = new Gs1Message();
        if (text is ['[', ..] ? ReadElements(text.ToString().Replace("(", "\\(").Replace('[', '(').Replace(']', ')'), offset, message) : ReadElements(text, offset, message))
            Associations.Check(message);
        return message;
    }

    private static bool ReadElements(ReadOnlySpan<char> text, int offset, Gs1Message message)
    {
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '(')
                return message.Fail($"At character {offset + at + 1} '(' is expected, but here is {CharacterName.Of(text[at])}.");
            var close = text[at..].IndexOf(')');
            if (close < 0)
                return message.Fail($"The bracket at character {offset + at + 1} is not closed.");
            var id = text[(at + 1)..(at + close)];
            if (AiTable.Find(id) is not { } entry)
                return message.Fail($"There is no application identifier ({(id.Length > 8 ? $"{id[..8]}..." : id)}), at character {offset + at + 2}.");
            var start = at + close + 1;
            var end = EndOfValue(text, start, out var escaped);
            var value = WithoutBlanks(text[start..end], message);
            if (escaped)
                value = value.ToString().Replace("\\(", "(");
            var fault = entry.CheckWhole(value);
            if (!fault.IsNone)
                return message.Fail(entry, fault, offset + start + 1);
            if (!message.Add(entry, value))
                return false;
            at = end;
        }
        return true;
    }

    private static ReadOnlySpan<char> WithoutBlanks(ReadOnlySpan<char> value, Gs1Message message)
    {
        if (!value.Contains(' '))
            return value;
        var left = value.IndexOfAnyExcept("0123456789 ") < 0 ? value.ToString().Replace(" ", "") : value.Trim(' ');
        message.HadBlanks |= left.Length != value.Length;
        return left;
    }

    private static int EndOfValue(ReadOnlySpan<char> text, int start, out bool escaped)
    {
        escaped = false;
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] != '(')
                continue;
            if (at == start || text[at - 1] != '\\')
                return at;
            escaped = true;
        }
        return text.Length;
    }
}
