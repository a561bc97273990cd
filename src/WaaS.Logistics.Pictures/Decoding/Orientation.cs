using SkiaSharp;

namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>A phone stores the picture as its sensor lies and says in EXIF how to hold it.</summary>
internal static class Orientation
{
    public static Luminance Upright(Luminance picture, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft or 0)
            return picture;
        var (width, height) = (picture.Width, picture.Height);
        var swaps = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (newWidth, newHeight) = swaps ? (height, width) : (width, height);
        var upright = new byte[picture.Pixels.Length];
        for (var y = 0; y < newHeight; y++)
            for (var x = 0; x < newWidth; x++)
            {
                var (sourceX, sourceY) = origin switch
                {
                    SKEncodedOrigin.TopRight => (width - 1 - x, y),
                    SKEncodedOrigin.BottomRight => (width - 1 - x, height - 1 - y),
                    SKEncodedOrigin.BottomLeft => (x, height - 1 - y),
                    SKEncodedOrigin.LeftTop => (y, x),
                    SKEncodedOrigin.RightTop => (y, height - 1 - x),
                    SKEncodedOrigin.RightBottom => (width - 1 - y, height - 1 - x),
                    SKEncodedOrigin.LeftBottom => (width - 1 - y, x),
                    _ => (x, y),
                };
                upright[y * newWidth + x] = picture.Pixels[sourceY * width + sourceX];
            }
        return new Luminance(newWidth, newHeight, upright);
    }
}
