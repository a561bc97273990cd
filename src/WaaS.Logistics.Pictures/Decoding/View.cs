using System.Runtime.InteropServices;
using SkiaSharp;

namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>A picture looked at enlarged or turned, and the way back from a point in the view to the picture.</summary>
internal sealed record View(Luminance Picture, SKMatrix Back)
{
    // A view is for small and slanted codes; a larger one costs seconds and finds no more.
    private const double MaxPixels = 12_000_000;

    public static View Of(Luminance picture) => new(picture, SKMatrix.Identity);

    /// <summary>White bars on black: the decoder itself turns only matrix codes over.</summary>
    public static View Negative(Luminance picture) => new(picture with { Pixels = Array.ConvertAll(picture.Pixels, grey => (byte)(255 - grey)) }, SKMatrix.Identity);

    /// <param name="scale">1 keeps the size.</param>
    /// <param name="degrees">Clockwise.</param>
    public static View Of(Luminance picture, float scale, float degrees)
    {
        var turn = SKMatrix.CreateRotationDegrees(degrees);
        var box = turn.MapRect(new SKRect(0, 0, picture.Width, picture.Height));
        var room = Math.Sqrt(MaxPixels / ((double)box.Width * box.Height));
        if (room < scale)
            scale = (float)room;
        var matrix = turn.PostConcat(SKMatrix.CreateTranslation(-box.Left, -box.Top)).PostConcat(SKMatrix.CreateScale(scale, scale));
        var info = new SKImageInfo(Math.Max(1, (int)MathF.Ceiling(box.Width * scale)), Math.Max(1, (int)MathF.Ceiling(box.Height * scale)), SKColorType.Gray8, SKAlphaType.Opaque);
        var pixels = new byte[info.Width * info.Height];
        var (source, target) = (GCHandle.Alloc(picture.Pixels, GCHandleType.Pinned), GCHandle.Alloc(pixels, GCHandleType.Pinned));
        try
        {
            using var image = SKImage.FromPixels(new SKImageInfo(picture.Width, picture.Height, SKColorType.Gray8, SKAlphaType.Opaque), source.AddrOfPinnedObject());
            using var surface = SKSurface.Create(info, target.AddrOfPinnedObject(), info.Width);
            surface.Canvas.Clear(SKColors.White);
            surface.Canvas.SetMatrix(matrix);
            surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKCubicResampler.Mitchell));
            surface.Flush();
        }
        finally
        {
            source.Free();
            target.Free();
        }
        return new View(new Luminance(info.Width, info.Height, pixels), matrix.Invert());
    }

    public Corners Map(Corners corners) => corners.Select(point =>
    {
        var mapped = Back.MapPoint(point.X, point.Y);
        return new Point((int)MathF.Round(mapped.X), (int)MathF.Round(mapped.Y));
    });
}
