using SkiaSharp;

namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>From the bytes of a picture to shades of grey; whatever the bytes are, the answer is a picture or a sentence.</summary>
internal static class PictureFile
{
    /// <returns>No picture and a fault, a picture, or part of a picture and a fault.</returns>
    public static (Luminance? Picture, string? Fault) Unpack(byte[] bytes, PictureLimits limits)
    {
        if (bytes.Length == 0)
            return (null, "The file is empty.");
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null)
            return (null, "This is not a picture that can be read (JPEG, PNG, WebP, GIF and BMP can), or it is cut off in its header.");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width < 1 || height < 1)
            return (null, "The picture has no pixels.");
        if ((long)width * height > limits.MaxPixels)
            return (null, $"The picture has {width} x {height} pixels; at most {limits.MaxPixels / 1_000_000} million are read. Scale it down, or take a picture of the label alone.");

        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul)))
            return (null, "There is not enough memory for the picture.");
        var result = codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        var fault = result switch
        {
            SKCodecResult.Success => null,
            SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput => "The picture is cut off or damaged; what could be seen of it was read.",
            _ => $"The picture cannot be unpacked ({result}).",
        };
        if (fault is not null && result is not (SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput))
            return (null, fault);
        return (Orientation.Upright(Grey(bitmap), codec.EncodedOrigin), fault);
    }

    // White behind what is transparent; the weights are those of the decoder's own conversion.
    private static Luminance Grey(SKBitmap bitmap)
    {
        var (width, height) = (bitmap.Width, bitmap.Height);
        var grey = new byte[width * height];
        var source = bitmap.GetPixelSpan();
        for (var row = 0; row < height; row++)
        {
            var line = source.Slice(row * bitmap.RowBytes, width * 4);
            for (var i = 0; i < width; i++)
            {
                var behind = 255 - line[i * 4 + 3];
                grey[row * width + i] = (byte)((306 * (line[i * 4] + behind) + 601 * (line[i * 4 + 1] + behind) + 117 * (line[i * 4 + 2] + behind) + 512) >> 10);
            }
        }
        return new Luminance(width, height, grey);
    }
}
