using SkiaSharp;

namespace WaaS.Logistics.Documents.Pdf.Typeset.Blocks;

/// <summary>The head of the first page: who issues the document, what it is, and its number.</summary>
internal static class Opening
{
    private const float IssuerWidth = 205;

    public static void Draw(PageFlow flow, string title, string subtitle, IReadOnlyList<string> issuer)
    {
        var titleWidth = PageFlow.Width - IssuerWidth - 16;
        var left = Lines(flow, LineBreaker.Break(title, TextStyle.Title, titleWidth), TextStyle.Title, flow.Top, PageFlow.Left, SKTextAlign.Left);
        left = Lines(flow, LineBreaker.Break(subtitle, TextStyle.Subtitle, titleWidth), TextStyle.Subtitle, left + 2, PageFlow.Left, SKTextAlign.Left);

        var right = flow.Top + 3;
        for (var i = 0; i < issuer.Count; i++)
        {
            var style = i == 0 ? TextStyle.Strong : TextStyle.Label;
            right = Lines(flow, LineBreaker.Break(issuer[i], style, IssuerWidth), style, right, PageFlow.Right, SKTextAlign.Right);
        }
        flow.Down(Math.Max(left, right) - flow.Top + 10);
        flow.Rule(flow.Top, Palette.Accent, 1.4f);
        flow.Down(12);
    }

    private static float Lines(PageFlow flow, IReadOnlyList<string> lines, TextStyle style, float top, float x, SKTextAlign align)
    {
        foreach (var line in lines)
        {
            flow.Text(line, style, x, top, align);
            top += style.LineHeight;
        }
        return top;
    }
}
