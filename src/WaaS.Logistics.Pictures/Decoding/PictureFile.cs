using SkiaSharp;

namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>From the bytes of a picture to shades of grey; whatever the bytes are, the answer is a picture or a sentence.</summary>
internal static class PictureFile
{
    // An animation that shows more than a label from all its sides is a film.
    private const int MostFrames = 24;

    /// <returns>No picture and a fault, all pictures of the file, or what could be seen of them and a fault.</returns>
    public static (IReadOnlyList<Luminance> Pictures, string? Fault) Unpack(byte[] bytes, PictureLimits limits)
    {
        if (bytes.Length == 0)
            return ([], "The file is empty.");
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null)
            return ([], "This is not a picture that can be read (JPEG, PNG, WebP, GIF and BMP can), or it is cut off in its header.");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width < 1 || height < 1)
            return ([], "The picture has no pixels.");
        if ((long)width * height > limits.MaxPixels)
            return ([], $"The picture has {width} x {height} pixels; at most {limits.MaxPixels / 1_000_000} million are read. Scale it down, or take a picture of the label alone.");

        var frames = Math.Max(1, codec.FrameCount);
        var most = (int)Math.Clamp(limits.MaxPixels / ((long)width * height), 1, MostFrames);
        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul)))
            return ([], "There is not enough memory for the picture.");
        var pictures = new List<Luminance>();
        string? fault = null;
        for (var frame = 0; frame < Math.Min(frames, most) && fault is null; frame++)
        {
            // Each frame of an animation on a clean ground: what it builds on is unpacked with it.
            bitmap.Erase(SKColors.Transparent);
            var result = frames == 1 ? codec.GetPixels(bitmap.Info, bitmap.GetPixels()) : codec.GetPixels(bitmap.Info, bitmap.GetPixels(), new SKCodecOptions(frame));
            (var isSeen, fault) = result switch
            {
                SKCodecResult.Success => (true, null),
                SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput => (true, "The picture is cut off or damaged; what could be seen of it was read."),
                _ => (false, $"The picture cannot be unpacked ({result})."),
            };
            if (isSeen)
                pictures.Add(Orientation.Upright(Grey(bitmap), codec.EncodedOrigin));
        }
        return (pictures, fault ?? (frames > most ? $"The file has {frames} pictures; the first {most} were read." : null));
    }

    // White behind what is transparent, or black where what is drawn on it is light; the weights are those of the decoder's own conversion.
    private static Luminance Grey(SKBitmap bitmap)
    {
        var (width, height) = (bitmap.Width, bitmap.Height);
        var grey = new byte[width * height];
        var source = bitmap.GetPixelSpan();
        var ground = IsLight(source) ? 0 : 255;
        for (var row = 0; row < height; row++)
        {
            var line = source.Slice(row * bitmap.RowBytes, width * 4);
            for (var i = 0; i < width; i++)
            {
                var behind = ground * (255 - line[i * 4 + 3]) / 255;
                grey[row * width + i] = (byte)((306 * (line[i * 4] + behind) + 601 * (line[i * 4 + 1] + behind) + 117 * (line[i * 4 + 2] + behind) + 512) >> 10);
            }
        }
        return new Luminance(width, height, grey);
    }

    // Whether what is drawn on a transparent ground is light nearly everywhere.
    private static bool IsLight(ReadOnlySpan<byte> pixels)
    {
        long drawn = 0, dark = 0;
        for (var at = 0; at < pixels.Length; at += 4)
        {
            drawn += pixels[at + 3];
            // Premultiplied: half as light as it could be.
            dark += pixels[at + 1] < pixels[at + 3] / 2 ? pixels[at + 3] : 0;
        }
        return drawn < pixels.Length / 4 * 255L && dark < drawn / 4;
    }
}
