using SkiaSharp;
using WaaS.Logistics.Documents.Pdf.Typeset;

namespace WaaS.Logistics.Documents.Labels;

/// <summary>The signs beside a verdict, drawn so that one black differs from the other where no colour is.</summary>
internal static class LabelSigns
{
    /// <param name="band">In points.</param>
    /// <param name="size">Of the sign, in points.</param>
    public static void Band(SKCanvas canvas, LabelTone tone, SKRect band, float size)
    {
        var isGood = tone == LabelTone.Good;
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true, IsStroke = isGood, StrokeWidth = 1.6f };
        canvas.DrawRect(isGood ? SKRect.Inflate(band, -0.8f, -0.8f) : band, paint);
        using var pen = new SKPaint { Color = isGood ? SKColors.Black : SKColors.White, IsAntialias = true, IsStroke = true, StrokeWidth = size / 7, StrokeCap = SKStrokeCap.Square };
        var sign = SKRect.Create(band.Left + 3 + size * 0.14f, band.MidY - size / 2 + size * 0.12f, size * 0.7f, size * 0.7f);
        switch (tone)
        {
            case LabelTone.Good:
                canvas.DrawLine(sign.Left, sign.MidY, sign.Left + sign.Width * 0.35f, sign.Bottom, pen);
                canvas.DrawLine(sign.Left + sign.Width * 0.35f, sign.Bottom, sign.Right, sign.Top, pen);
                break;
            case LabelTone.Bad:
                canvas.DrawLine(sign.Left, sign.Top, sign.Right, sign.Bottom, pen);
                canvas.DrawLine(sign.Left, sign.Bottom, sign.Right, sign.Top, pen);
                break;
            default:
                canvas.DrawCircle(sign.MidX, sign.MidY, sign.Width / 2, pen);
                canvas.DrawLine(sign.Left + sign.Width * 0.2f, sign.MidY, sign.Right - sign.Width * 0.2f, sign.MidY, pen);
                break;
        }
    }

    public static void Put(this SKCanvas canvas, string line, TextStyle style, float x, float top, SKTextAlign align = SKTextAlign.Left)
    {
        using var paint = new SKPaint { Color = style.Colour, IsAntialias = true };
        canvas.DrawText(line, x, top + style.Base, align, style.Font, paint);
    }
}
