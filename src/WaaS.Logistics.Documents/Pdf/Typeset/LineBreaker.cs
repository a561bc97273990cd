namespace WaaS.Logistics.Documents.Pdf.Typeset;

/// <summary>Breaks text at spaces, and a word that is wider than the line after a joint or, failing that, anywhere.</summary>
internal static class LineBreaker
{
    private const string Joints = "-/_.,:;=&?@";

    public static IReadOnlyList<string> Break(string text, TextStyle style, float width)
    {
        var lines = new List<string>();
        foreach (var paragraph in PrintableText.Of(text, style).Split('\n'))
            BreakParagraph(paragraph, style, width, lines);
        return lines;
    }

    private static void BreakParagraph(string paragraph, TextStyle style, float width, List<string> lines)
    {
        string? line = null;
        foreach (var word in paragraph.Split(' '))
        {
            var longer = line is null ? word : $"{line} {word}";
            if (style.Width(longer) <= width)
            {
                line = longer;
                continue;
            }
            if (line is not null)
                lines.Add(line);
            line = word;
            while (style.Width(line) > width)
            {
                var head = Head(line, style, width);
                lines.Add(line[..head]);
                line = line[head..];
            }
        }
        lines.Add(line!);
    }

    private static int Head(string word, TextStyle style, float width)
    {
        var fits = Math.Max(1, style.Font.BreakText(word, width));
        var joint = word.AsSpan(0, fits).LastIndexOfAny(Joints) + 1;
        return joint > fits / 2 ? joint : fits;
    }
}
