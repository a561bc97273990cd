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

    /// <param name="tone">From a grey and how far across it lies, from 0 to 1, to another grey.</param>
    public static byte[] Toned(byte[] png, Func<int, double, int> tone) => Recoloured(png, (colour, across) => tone(colour.Red, across) is var grey ? new SKColor((byte)grey, (byte)grey, (byte)grey) : default);

    /// <summary>What was black is white, and what was white is not there.</summary>
    public static byte[] WhiteOnNothing(byte[] png) => Recoloured(png, (colour, _) => colour.Red < 128 ? SKColors.White : SKColors.Transparent);

    private static byte[] Recoloured(byte[] png, Func<SKColor, double, SKColor> change)
    {
        using var source = SKBitmap.Decode(png);
        using var bitmap = new SKBitmap(new SKImageInfo(source.Width, source.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        for (var y = 0; y < source.Height; y++)
            for (var x = 0; x < source.Width; x++)
                bitmap.SetPixel(x, y, change(source.GetPixel(x, y), x / (double)source.Width));
        return Encode(bitmap, SKEncodedImageFormat.Png, 100);
    }

    /// <param name="keep">How much of the width is in the picture, from the left.</param>
    public static byte[] CutOff(byte[] png, double keep)
    {
        using var whole = SKBitmap.Decode(png);
        using var part = new SKBitmap((int)(whole.Width * keep), whole.Height);
        using (var canvas = new SKCanvas(part))
            canvas.DrawBitmap(whole, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        return Encode(part, SKEncodedImageFormat.Png, 100);
    }

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

    /// <summary>A GIF with one frame for each picture, black and white. Its codes are of 8 bits and the table is cleared before they grow, so that the bytes are the pixels.</summary>
    public static byte[] Animated(params byte[][] pngs)
    {
        var frames = pngs.Select(SKBitmap.Decode).ToList();
        var (width, height) = (frames.Max(frame => frame.Width), frames.Max(frame => frame.Height));
        List<byte> gif = [.. "GIF89a"u8, .. Size(width, height), 0xF6, 0, 0, 0, 0, 0, 255, 255, 255, .. new byte[126 * 3]];
        foreach (var frame in frames)
        {
            gif.AddRange([0x21, 0xF9, 4, 8, 50, 0, 0, 0, 0x2C, 0, 0, 0, 0, .. Size(frame.Width, frame.Height), 0, 7]);
            var pixels = Enumerable.Range(0, frame.Width * frame.Height).Select(at => (byte)(frame.GetPixel(at % frame.Width, at / frame.Width).Red > 127 ? 1 : 0));
            foreach (var block in pixels.Chunk(100).SelectMany(piece => piece.Prepend((byte)0x80)).Append((byte)0x81).Chunk(255))
                gif.AddRange([(byte)block.Length, .. block]);
            gif.Add(0);
            frame.Dispose();
        }
        return [.. gif, 0x3B];
    }

    private static byte[] Size(int width, int height) => [(byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8)];

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
