using SkiaSharp;

namespace WaaS.Logistics.Tests.Pictures;

/// <summary>What happens to a label before it is a file: turned, out of focus, compressed, in a dark room.</summary>
internal static class Photo
{
    public static byte[] Turned(byte[] png, float degrees) => Drawn(png, (canvas, symbol, size) =>
    {
        canvas.Translate(size / 2f, size / 2f);
        canvas.RotateDegrees(degrees);
        canvas.DrawImage(symbol, -symbol.Width / 2f, -symbol.Height / 2f, new SKSamplingOptions(SKCubicResampler.Mitchell));
    });

    public static byte[] Blurred(byte[] png, float sigma) => Drawn(png, (canvas, symbol, size) =>
    {
        using var paint = new SKPaint { ImageFilter = SKImageFilter.CreateBlur(sigma, sigma) };
        canvas.DrawImage(symbol, (size - symbol.Width) / 2f, (size - symbol.Height) / 2f, new SKSamplingOptions(SKFilterMode.Linear), paint);
    });

    public static byte[] Inverted(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        for (var y = 0; y < bitmap.Height; y++)
            for (var x = 0; x < bitmap.Width; x++)
            {
                var colour = bitmap.GetPixel(x, y);
                bitmap.SetPixel(x, y, new SKColor((byte)(255 - colour.Red), (byte)(255 - colour.Green), (byte)(255 - colour.Blue)));
            }
        return Encode(bitmap, SKEncodedImageFormat.Png, 100);
    }

    public static byte[] As(byte[] png, SKEncodedImageFormat format, int quality)
    {
        using var bitmap = SKBitmap.Decode(png);
        return Encode(bitmap, format, quality);
    }

    public static byte[] Together(params byte[][] symbols)
    {
        var images = symbols.Select(SKBitmap.Decode).ToList();
        using var all = new SKBitmap(images.Max(image => image.Width) + 80, images.Sum(image => image.Height + 60) + 60);
        using (var canvas = new SKCanvas(all))
        {
            canvas.Clear(SKColors.White);
            var top = 60;
            foreach (var image in images)
            {
                canvas.DrawBitmap(image, 40, top, new SKSamplingOptions(SKFilterMode.Nearest));
                top += image.Height + 60;
            }
        }
        images.ForEach(image => image.Dispose());
        return Encode(all, SKEncodedImageFormat.Png, 100);
    }

    /// <summary>A JPEG as a phone held upright stores it: lying on its side, with the way to hold it in EXIF.</summary>
    public static byte[] HeldUpright(byte[] png)
    {
        using var source = SKBitmap.Decode(png);
        using var lying = new SKBitmap(source.Height, source.Width);
        for (var y = 0; y < source.Height; y++)
            for (var x = 0; x < source.Width; x++)
                lying.SetPixel(y, source.Width - 1 - x, source.GetPixel(x, y));
        var jpeg = Encode(lying, SKEncodedImageFormat.Jpeg, 90);
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    public static byte[] Noise(int width, int height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        new Random(7).NextBytes(bitmap.GetPixelSpan());
        return Encode(bitmap, SKEncodedImageFormat.Png, 100);
    }

    private static byte[] Drawn(byte[] png, Action<SKCanvas, SKImage, int> draw)
    {
        using var symbol = SKImage.FromEncodedData(png);
        var size = (int)Math.Sqrt(symbol.Width * symbol.Width + symbol.Height * symbol.Height) + 40;
        using var bitmap = new SKBitmap(size, size);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            draw(canvas, symbol, size);
        }
        return Encode(bitmap, SKEncodedImageFormat.Png, 100);
    }

    private static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format, int quality)
    {
        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }
}
