using System.Buffers.Binary;
using System.Diagnostics;
using SkiaSharp;

namespace WaaS.Logistics.Testbed;

/// <summary>Labels as a camera sees them: symbols drawn by zint on a white sheet.</summary>
internal static class LabelPicture
{
    public const int Code128 = 20, DataMatrix = 71;

    public static byte[] Png(params (int Symbology, string Text)[] symbols) => Draw(symbols, SKEncodedImageFormat.Png);

    /// <summary>A small PNG whose header says that it has that many pixels.</summary>
    public static byte[] Claiming(int width, int height)
    {
        var png = Png();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    /// <summary>A film of one picture, as Chromium's stand-in for a camera plays it again and again.</summary>
    public static string Film(string folder, params (int Symbology, string Text)[] symbols)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.mjpeg");
        var frame = Draw(symbols, SKEncodedImageFormat.Jpeg);
        File.WriteAllBytes(file, [.. frame, .. frame]);
        return file;
    }

    private static byte[] Draw((int Symbology, string Text)[] symbols, SKEncodedImageFormat format)
    {
        using var sheet = new SKBitmap(1280, 720);
        using var canvas = new SKCanvas(sheet);
        canvas.Clear(SKColors.White);
        var top = 60;
        foreach (var (symbology, text) in symbols)
        {
            using var symbol = SKBitmap.Decode(Zint(symbology, text));
            canvas.DrawBitmap(symbol, (sheet.Width - symbol.Width) / 2, top, SKSamplingOptions.Default);
            top += symbol.Height + 60;
        }
        canvas.Flush();
        using var data = sheet.Encode(format, 90);
        return data.ToArray();
    }

    private static byte[] Zint(int symbology, string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        try
        {
            string[] height = symbology == Code128 ? ["--height", "40"] : [];
            using var zint = Process.Start("zint", ["-b", $"{symbology}", "-d", text, "-o", file, "--scale", "3", .. height]);
            zint.WaitForExit();
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
