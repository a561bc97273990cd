using SkiaSharp;
using WaaS.Logistics.Documents.Fonts;
using WaaS.Logistics.Documents.Pdf.Typeset;

namespace WaaS.Logistics.Documents.Labels;

/// <summary>Sets the words of a label into their box: the title as large as it can be, and nothing over the edge.</summary>
internal static class LabelWords
{
    private const int MostTitleLines = 2;
    private static readonly TextStyle[] Titles = [.. new[] { 30f, 26, 22, 19, 16, 14, 12, 10, 8.5f, 7 }.Select(size => new TextStyle(Faces.Bold, size, SKColors.Black))];
    private static readonly TextStyle Kind = new(Faces.Regular, 7, SKColors.Black);
    private static readonly TextStyle Line = new(Faces.Regular, 7.5f, SKColors.Black);

    /// <param name="box">In points.</param>
    public static void Draw(SKCanvas canvas, Label label, SKRect box)
    {
        var top = box.Top;
        canvas.Put(Kind.Fit(label.Kind, box.Width), Kind, box.Left, top);
        top += Kind.LineHeight;
        top = DrawTitle(canvas, label, new SKRect(box.Left, top, box.Right, box.Bottom));
        foreach (var line in Cut(label.Lines.SelectMany(text => LineBreaker.Break(text, Line, box.Width)).ToList(), Line, box.Bottom - top, box.Width))
        {
            canvas.Put(line, Line, box.Left, top);
            top += Line.LineHeight;
        }
    }

    private static float DrawTitle(SKCanvas canvas, Label label, SKRect box)
    {
        var isToned = label.Tone != LabelTone.Plain;
        var (sign, frame) = isToned ? (0.9f, 3f) : (0f, 0f);
        // What matters below keeps three lines, or as many as it has.
        var kept = Math.Min(3, label.Lines.Sum(text => LineBreaker.Break(text, Line, box.Width).Count)) * Line.LineHeight;
        var style = Array.Find(Titles, style => Fits(style)) ?? Titles[^1];
        var width = Width(style);
        var lines = Cut(LineBreaker.Break(label.Title, style, width), style, box.Height - kept - 2 * frame, width);
        var height = lines.Count * style.LineHeight + 2 * frame;
        var ink = style;
        if (isToned)
        {
            LabelSigns.Band(canvas, label.Tone, new SKRect(box.Left, box.Top, box.Right, box.Top + height), sign * style.LineHeight);
            ink = label.Tone == LabelTone.Good ? style : style.In(SKColors.White);
        }
        for (var i = 0; i < lines.Count; i++)
            canvas.Put(lines[i], ink, box.Left + frame + (isToned ? sign * style.LineHeight + frame : 0), box.Top + frame + i * style.LineHeight);
        return box.Top + height + (isToned ? 2 : 0);

        float Width(TextStyle at) => box.Width - 2 * frame - (isToned ? sign * at.LineHeight + frame : 0);

        bool Fits(TextStyle at)
        {
            var room = Width(at);
            return label.Title.Split(' ', '\n').All(word => at.Width(PrintableText.Of(word, at)) <= room)
                && LineBreaker.Break(label.Title, at, room).Count is var count && count <= MostTitleLines && count * at.LineHeight + 2 * frame + kept <= box.Height;
        }
    }

    private static IReadOnlyList<string> Cut(IReadOnlyList<string> lines, TextStyle style, float height, float width)
    {
        var room = Math.Max(0, (int)(height / style.LineHeight + 0.01f));
        if (lines.Count <= room)
            return lines;
        return room == 0 ? [] : [.. lines.Take(room - 1), style.Fit($"{lines[room - 1]} …", width) is var last && last.EndsWith('…') ? last : $"{last}…"];
    }
}
