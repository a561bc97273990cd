using System.Text;

namespace WaaS.Logistics.Documents.Pdf.Typeset;

/// <summary>
/// Text as the page can show it: composed letters, and for every character outside the fonts its code point, so that nothing a record says
/// vanishes or is turned around on paper.
/// </summary>
internal static class PrintableText
{
    public static string Of(string text)
    {
        var composed = Composed(text);
        var result = new StringBuilder(composed.Length);
        foreach (var rune in composed.EnumerateRunes())
        {
            if (rune.Value is '\n' || (rune.Value >= ' ' && TextStyle.Body.Shows(rune) && TextStyle.Code.Shows(rune)))
                result.Append(rune);
            else if (rune.Value == '\t')
                result.Append(' ');
            else
                result.Append($"[U+{rune.Value:X4}]");
        }
        return result.ToString();
    }

    // Lone surrogates cannot be composed; EnumerateRunes shows them as U+FFFD, which the fonts have.
    private static string Composed(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        try
        {
            return lines.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return lines;
        }
    }
}
