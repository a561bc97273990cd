using System.Globalization;
using SkiaSharp;
using WaaS.Logistics.Documents.Pdf.Attachments;

namespace WaaS.Logistics.Documents.Pdf.Typeset;

/// <summary>Lets content run down A4 pages. What is drawn is kept until the end, since every page names the number of pages.</summary>
internal sealed class PageFlow
{
    public const float PageWidth = 595.28f;
    public const float PageHeight = 841.89f;
    public const float Left = 51;
    public const float Right = PageWidth - 51;
    public const float Width = Right - Left;

    private const float FirstTop = 45;
    private const float LaterTop = 66;
    private const float Bottom = PageHeight - 62;

    private readonly PageFrame _frame;
    private readonly List<List<Action<SKCanvas>>> _pages = [];

    public PageFlow(PageFrame frame)
    {
        _frame = frame;
        NewPage();
    }

    /// <summary>Where the next content begins, in points from the top of the page.</summary>
    public float Top { get; private set; }

    public int Pages => _pages.Count;

    public void Down(float height) => Top += height;

    /// <summary>Begins a new page unless this much height is left. True when it did.</summary>
    public bool Need(float height)
    {
        if (Top + height <= Bottom || Top <= LaterTop)
            return false;
        NewPage();
        return true;
    }

    public void Text(string line, TextStyle style, float x, float top, SKTextAlign align = SKTextAlign.Left) =>
        Draw(canvas => Put(canvas, line, style, x, top, align));

    public void Rule(float top, SKColor colour, float thickness = 0.6f) => Draw(canvas =>
    {
        using var paint = new SKPaint { Color = colour, StrokeWidth = thickness, IsStroke = true };
        canvas.DrawLine(Left, top, Right, top, paint);
    });

    public void Box(SKRect area, SKColor colour, float radius = 0, bool outline = false) => Draw(canvas =>
    {
        using var paint = new SKPaint { Color = colour, IsStroke = outline, StrokeWidth = 0.9f, IsAntialias = true };
        canvas.DrawRoundRect(area, radius, radius, paint);
    });

    public void Circle(float x, float y, float radius, SKColor colour) => Draw(canvas =>
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawCircle(x, y, radius, paint);
    });

    public void LinkTo(SKRect area, Uri target) => Draw(canvas => canvas.DrawUrlAnnotation(area, target.AbsoluteUri)?.Dispose());

    public byte[] ToPdf(IReadOnlyList<EmbeddedFile> attachments)
    {
        using var content = new MemoryStream();
        using (var document = SKDocument.CreatePdf(content, Metadata()))
        {
            for (var i = 0; i < _pages.Count; i++)
                DrawPage(document, i);
            document.Close();
        }
        return CatalogAdditions.Apply(content.ToArray(), _frame.Language, attachments);
    }

    private SKDocumentPdfMetadata Metadata()
    {
        var metadata = SKDocumentPdfMetadata.Default;
        metadata.Title = $"{_frame.Title} {_frame.Number}";
        metadata.Author = _frame.Author;
        metadata.Creator = "WaaS.Logistics";
        metadata.Creation = metadata.Modified = _frame.Created.UtcDateTime;
        return metadata;
    }

    private void DrawPage(SKDocument document, int index)
    {
        var canvas = document.BeginPage(PageWidth, PageHeight);
        foreach (var draw in _pages[index])
            draw(canvas);
        using var line = new SKPaint { Color = Palette.Line, StrokeWidth = 0.6f, IsStroke = true };
        if (index > 0)
        {
            Put(canvas, TextStyle.Running.Fit(_frame.Title, Width / 2), TextStyle.Running, Left, 40, SKTextAlign.Left);
            Put(canvas, TextStyle.Running.Fit(_frame.Number, Width / 2 - 10), TextStyle.Running, Right, 40, SKTextAlign.Right);
            canvas.DrawLine(Left, 53, Right, 53, line);
        }
        canvas.DrawLine(Left, PageHeight - 50, Right, PageHeight - 50, line);
        Put(canvas, TextStyle.Running.Fit(_frame.Author, Width * 0.8f), TextStyle.Running, Left, PageHeight - 44, SKTextAlign.Left);
        var pageOf = string.Format(CultureInfo.InvariantCulture, _frame.PageOf, index + 1, _pages.Count);
        Put(canvas, pageOf, TextStyle.Running, Right, PageHeight - 44, SKTextAlign.Right);
        document.EndPage();
    }

    private void NewPage()
    {
        Top = _pages.Count == 0 ? FirstTop : LaterTop;
        _pages.Add([]);
    }

    private void Draw(Action<SKCanvas> draw) => _pages[^1].Add(draw);

    private static void Put(SKCanvas canvas, string line, TextStyle style, float x, float top, SKTextAlign align)
    {
        using var paint = new SKPaint { Color = style.Colour, IsAntialias = true };
        canvas.DrawText(line, x, top + style.Base, align, style.Font, paint);
    }
}
