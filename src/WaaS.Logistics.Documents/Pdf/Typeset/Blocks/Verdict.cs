using SkiaSharp;

namespace WaaS.Logistics.Documents.Pdf.Typeset.Blocks;

/// <summary>The answer of the document in one box: colour, sign and words together, never colour alone.</summary>
internal static class Verdict
{
    private const float Padding = 11;
    private const float SignRoom = 44;

    public static void Draw(PageFlow flow, SKColor colour, string sign, string headline, IReadOnlyList<string> lines)
    {
        var width = PageFlow.Width - SignRoom - 2 * Padding;
        var head = LineBreaker.Break(headline, TextStyle.Verdict, width);
        var body = lines.SelectMany(line => LineBreaker.Break(line, TextStyle.Body, width)).ToList();
        var height = 2 * Padding + head.Count * TextStyle.Verdict.LineHeight + body.Count * TextStyle.Body.LineHeight + 2;

        flow.Need(height);
        var area = SKRect.Create(PageFlow.Left, flow.Top, PageFlow.Width, height);
        flow.Box(area, Palette.Panel, 5);
        flow.Box(SKRect.Create(area.Left, area.Top, 4, height), colour);
        flow.Circle(area.Left + 29, area.MidY, 13, colour);
        flow.Text(sign, TextStyle.Sign, area.Left + 29, area.MidY - 10.2f, SKTextAlign.Center);

        var top = area.Top + Padding;
        foreach (var (line, style) in head.Select(l => (l, TextStyle.Verdict.In(colour))).Concat(body.Select(l => (l, TextStyle.Body))))
        {
            flow.Text(line, style, area.Left + SignRoom + Padding, top);
            top += style.LineHeight;
        }
        flow.Down(height + 6);
    }
}
