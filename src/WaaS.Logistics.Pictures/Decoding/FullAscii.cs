using System.Text;

namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>
/// Code 39 can write every character of ASCII as one of $ % / + and a letter, and nothing in the symbol says whether it does. The decoder would take each such pair for one character:
/// Apple's part number MLHA2D/A became MLHA2D!. Labels have plain Code 39, so pairs are taken together only where several of them make small letters, which plain text has no reason for.
/// </summary>
internal static class FullAscii
{
    private const int FewestSmallLetters = 2;

    /// <returns>What is meant, or <c>null</c> where the text is plain.</returns>
    public static string? Of(string text)
    {
        var meant = new StringBuilder(text.Length);
        var small = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var mark = text[at];
            if (mark is not ('$' or '%' or '/' or '+'))
            {
                meant.Append(mark);
                continue;
            }
            if (++at == text.Length || Pair(mark, text[at]) is not { } character)
                return null;
            meant.Append(character);
            small += char.IsAsciiLetterLower(character) ? 1 : 0;
        }
        return small >= FewestSmallLetters ? meant.ToString() : null;
    }

    // ISO/IEC 16388, annex on the full ASCII set.
    private static char? Pair(char mark, char letter) => (mark, letter) switch
    {
        ('+', >= 'A' and <= 'Z') => (char)(letter + 32),
        ('$', >= 'A' and <= 'Z') => (char)(letter - 64),
        ('/', >= 'A' and <= 'O') => (char)(letter - 32),
        ('/', 'Z') => ':',
        ('%', >= 'A' and <= 'E') => (char)(letter - 38),
        ('%', >= 'F' and <= 'J') => (char)(letter - 11),
        ('%', >= 'K' and <= 'O') => (char)(letter + 16),
        ('%', >= 'P' and <= 'T') => (char)(letter + 43),
        ('%', 'U') => '\0',
        ('%', 'V') => '@',
        ('%', 'W') => '`',
        _ => null,
    };
}
