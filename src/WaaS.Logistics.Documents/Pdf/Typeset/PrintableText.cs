using System.Text;

namespace WaaS.Logistics.Documents.Pdf.Typeset;

/// <summary>
/// Text as the page can show it: composed letters, and for every character outside the font its code point, so that nothing a record says
/// vanishes or is turned around on paper.
/// </summary>
internal static class PrintableText
{
    public static string Of(string text, TextStyle style)
    {
        // Lone surrogates cannot be composed; as runes they become U+FFFD, which the fonts have.
        var whole = string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes());
        var composed = whole.Normalize(NormalizationForm.FormC);
        var result = new StringBuilder(composed.Length);
        foreach (var rune in composed.EnumerateRunes())
        {
            if (rune.Value is '\n' || (rune.Value >= ' ' && style.Shows(rune)))
                result.Append(rune);
            else if (rune.Value == '\t')
                result.Append(' ');
            else
                result.Append($"[U+{rune.Value:X4}]");
        }
        return result.ToString();
    }
}
