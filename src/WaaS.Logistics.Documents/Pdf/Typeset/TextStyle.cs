using SkiaSharp;
using WaaS.Logistics.Documents.Fonts;

namespace WaaS.Logistics.Documents.Pdf.Typeset;

/// <summary>A face at a size (points) in a colour.</summary>
internal sealed class TextStyle(SKTypeface face, float size, SKColor colour)
{
    public static readonly TextStyle Title = new(Faces.Bold, 20, Palette.Ink);
    public static readonly TextStyle Subtitle = new(Faces.Regular, 10, Palette.Muted);
    public static readonly TextStyle Heading = new(Faces.Bold, 10.5f, Palette.Accent);
    public static readonly TextStyle Label = new(Faces.Regular, 8.5f, Palette.Muted);
    public static readonly TextStyle Body = new(Faces.Regular, 8.5f, Palette.Ink);
    public static readonly TextStyle Strong = new(Faces.Bold, 8.5f, Palette.Ink);
    public static readonly TextStyle Absent = new(Faces.Regular, 8.5f, Palette.Faint);
    public static readonly TextStyle Code = new(Faces.Mono, 7.6f, Palette.Ink);
    public static readonly TextStyle Link = new(Faces.Regular, 8.5f, Palette.Accent);
    public static readonly TextStyle Running = new(Faces.Regular, 7.5f, Palette.Muted);
    public static readonly TextStyle Verdict = new(Faces.Bold, 12, Palette.Ink);
    public static readonly TextStyle Sign = new(Faces.Bold, 15, SKColors.White);

    // Without hinting and with linear metrics the widths here are the ones of the page; otherwise letters drift apart.
    public SKFont Font { get; } = new(face, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };

    public SKColor Colour => colour;

    public float LineHeight { get; } = size * 1.38f;

    /// <summary>From the top of the line to the base of its letters.</summary>
    public float Base { get; } = size * 1.05f;

    public float Width(string text) => Font.MeasureText(text);

    public bool Shows(System.Text.Rune character) => Font.ContainsGlyph(character.Value);

    /// <summary>One line that ends with an ellipsis where it would be wider.</summary>
    public string Fit(string text, float width)
    {
        var line = PrintableText.Of(text, this).Replace('\n', ' ');
        if (Width(line) <= width)
            return line;
        var fits = Font.BreakText(line, width - Width("…"));
        return string.Concat(line.AsSpan(0, fits).TrimEnd(), "…");
    }

    public TextStyle In(SKColor other) => new(face, size, other);
}
