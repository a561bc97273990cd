using System.Globalization;

namespace WaaS.Logistics.Platform.Web;

/// <summary>Characters that nobody sees: controls, separators of lines and paragraphs, and signs that only tell how others are drawn.</summary>
public static class UnseenCharacters
{
    public static bool Has(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Whether one of them stands in a name. Joiners are part of how some scripts are written.</summary>
    public static bool In(string name) => name.Any(letter => Has(letter) && letter is not ('\u200C' or '\u200D'));
}
