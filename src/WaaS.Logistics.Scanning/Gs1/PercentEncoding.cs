namespace WaaS.Logistics.Scanning.Gs1;

internal static class PercentEncoding
{
    /// <summary>Each %XX becomes the character of that number; what is no such sequence stays. In a query '+' is a blank.</summary>
    /// <returns><c>null</c> where a %00 is.</returns>
    public static string? Decode(ReadOnlySpan<char> text, bool isQuery)
    {
        if (text.IndexOfAny('%', '+') < 0)
            return text.ToString();
        var decoded = new char[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '%' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]))
            {
                character = (char)(Convert.ToInt32(text.Slice(at + 1, 2).ToString(), 16));
                if (character == '\0')
                    return null;
                at += 2;
            }
            else if (isQuery && character == '+')
                character = ' ';
            decoded[length++] = character;
        }
        return new string(decoded, 0, length);
    }
}
