using System.Globalization;

namespace WaaS.Logistics.Scanning.Vendors;

/// <summary>Dell's Express Service Code is the service tag as a number to the base 36, written to the base 10 in groups of three.</summary>
public static class ExpressServiceCode
{
    private const int TagLength = 7;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const long MostTag = 78_364_164_095;
    // A tag of 7 characters hardly ever begins with two zeros; smaller numbers are something else.
    private const long LeastTag = 60_466_176;

    /// <param name="text">Digits; blanks and hyphens between them do not count.</param>
    /// <param name="tag">Seven characters, padded with zeros on the left.</param>
    /// <returns>False where no tag has this code.</returns>
    public static bool TryToTag(ReadOnlySpan<char> text, out string tag)
    {
        tag = "";
        var code = 0L;
        foreach (var character in text)
        {
            if (character is '-' or ' ')
                continue;
            if (!char.IsAsciiDigit(character) || code > MostTag)
                return false;
            code = code * 10 + character - '0';
        }
        if (code is < LeastTag or > MostTag)
            return false;
        Span<char> characters = stackalloc char[TagLength];
        for (var i = TagLength - 1; i >= 0; i--, code /= 36)
            characters[i] = Digits[(int)(code % 36)];
        tag = new string(characters);
        return true;
    }

    /// <summary>The code of a tag, without groups.</summary>
    /// <exception cref="ArgumentException">The tag has not 1 to 7 letters and digits.</exception>
    public static string Of(string tag)
    {
        if (tag.Length is 0 or > TagLength || !tag.All(char.IsAsciiLetterOrDigit))
            throw new ArgumentException($"'{tag}' is no service tag: it has {TagLength} letters and digits.", nameof(tag));
        return tag.ToUpperInvariant().Aggregate(0L, (code, character) => code * 36 + Digits.IndexOf(character)).ToString(CultureInfo.InvariantCulture);
    }
}
