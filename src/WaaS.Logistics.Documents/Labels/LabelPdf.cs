using System.Globalization;
using SkiaSharp;
using WaaS.Logistics.Documents.Fonts;
using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Documents.Pdf.Attachments;
using WaaS.Logistics.Documents.Pdf.Typeset;
using WaaS.Logistics.Documents.Texts;

namespace WaaS.Logistics.Documents.Labels;

/// <summary>Labels as a PDF, on sheets to be cut or one a page. Print at 100 %: symbols are drawn to the dot of a label printer.</summary>
public static class LabelPdf
{
    private const float Mm = 72 / 25.4f;
    private static readonly TextStyle[] Codes = [.. new[] { 7f, 6.5f, 6, 5.5f, 5, 4.5f, 4 }.Select(size => new TextStyle(Faces.Mono, size, SKColors.Black))];

    /// <param name="title">Of the file, and in the margin of sheets.</param>
    /// <exception cref="ArgumentException">There are no labels.</exception>
    /// <exception cref="LabelDoesNotFitException">A symbol has too little room on this paper.</exception>
    public static byte[] Render(IReadOnlyList<Label> labels, LabelPaper paper, string title, DateTimeOffset createdAt, DocumentLanguage language)
    {
        if (labels.Count == 0)
            throw new ArgumentException("There is no label to print.", nameof(labels));
        var words = new Words(language);
        var metadata = SKDocumentPdfMetadata.Default;
        metadata.Title = title;
        metadata.Creator = "WaaS.Logistics";
        metadata.Creation = metadata.Modified = createdAt.UtcDateTime;
        using var content = new MemoryStream();
        using (var document = SKDocument.CreatePdf(content, metadata))
        {
            var pages = labels.Chunk(paper.Columns * paper.Rows).ToList();
            for (var i = 0; i < pages.Count; i++)
            {
                var canvas = document.BeginPage(paper.Width * Mm, paper.Height * Mm);
                DrawPage(canvas, pages[i], paper);
                if (paper.IsSheet)
                    DrawMargin(canvas, paper, title, string.Format(CultureInfo.InvariantCulture, words["pageOf"], i + 1, pages.Count), words["labels.scale"]);
                document.EndPage();
            }
            document.Close();
        }
        return CatalogAdditions.Apply(content.ToArray(), words.Language, []);
    }

    private static void DrawPage(SKCanvas canvas, IReadOnlyList<Label> labels, LabelPaper paper)
    {
        var (gapX, gapY) = (6f, 4f);
        var left = (paper.Width - paper.Columns * paper.LabelWidth - (paper.Columns - 1) * gapX) / 2;
        var top = paper.IsSheet ? 13f : 0;
        for (var i = 0; i < labels.Count; i++)
        {
            var (x, y) = (left + i % paper.Columns * (paper.LabelWidth + gapX), top + i / paper.Columns * (paper.LabelHeight + gapY));
            canvas.Save();
            canvas.Translate(x * Mm, y * Mm);
            DrawLabel(canvas, labels[i], paper);
            if (paper.IsSheet)
                CutMarks(canvas, paper.LabelWidth * Mm, paper.LabelHeight * Mm);
            canvas.Restore();
        }
    }

    private static void DrawLabel(SKCanvas canvas, Label label, LabelPaper paper)
    {
        var layout = LabelLayout.Of(label, paper);
        LabelWords.Draw(canvas, label, Points(layout.Words));
        if (label.Symbol is { } symbol)
            DrawSymbol(canvas, symbol, Points(layout.Symbol));
        if (label.Code is { } code)
        {
            var area = Points(layout.Code);
            var style = Array.Find(Codes, style => style.Width(PrintableText.Of(code, style)) <= area.Width) ?? Codes[^1];
            canvas.Put(style.Fit(code, area.Width), style, area.MidX, area.Bottom - style.LineHeight, SKTextAlign.Center);
        }
    }

    private static void DrawSymbol(SKCanvas canvas, LabelSymbol symbol, SKRect area)
    {
        using var path = SKPath.ParseSvgPathData(symbol.Path);
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        canvas.Save();
        canvas.Translate(area.Left, area.Top);
        canvas.Scale(area.Width / symbol.Width, area.Height / symbol.Height);
        canvas.DrawPath(path, paint);
        canvas.Restore();
    }

    // Outside of the label, so that nothing stays on it when the cut is a little off.
    private static void CutMarks(SKCanvas canvas, float width, float height)
    {
        using var hair = new SKPaint { Color = SKColors.Black, IsStroke = true, StrokeWidth = 0.3f };
        var (from, to) = (0.5f * Mm, 2f * Mm);
        foreach (var (x, y, right, down) in ((float, float, int, int)[])[(0, 0, -1, -1), (width, 0, 1, -1), (0, height, -1, 1), (width, height, 1, 1)])
        {
            canvas.DrawLine(x + right * from, y, x + right * to, y, hair);
            canvas.DrawLine(x, y + down * from, x, y + down * to, hair);
        }
    }

    private static void DrawMargin(SKCanvas canvas, LabelPaper paper, string title, string page, string scale)
    {
        var (left, right, top) = (10 * Mm, (paper.Width - 10) * Mm, (paper.Height - 12) * Mm);
        canvas.Put(TextStyle.Running.Fit($"{title} · {scale}", (right - left) * 0.8f), TextStyle.Running, left, top);
        canvas.Put(page, TextStyle.Running, right, top, SKTextAlign.Right);
    }

    private static SKRect Points(LabelBox box) => SKRect.Create(box.Left * Mm, box.Top * Mm, box.Width * Mm, box.Height * Mm);
}
