using System.Buffers.Binary;
using System.Text;
using SkiaSharp;
using WaaS.Logistics.Platform.Photos;

namespace WaaS.Logistics.Tests.Platform.Photos;

public sealed class When_a_photo_is_looked_at
{
    public static TheoryData<string, byte[]> Kinds => new()
    {
        { "image/png", Encode(SKEncodedImageFormat.Png, 90) },
        { "image/jpeg", Encode(SKEncodedImageFormat.Jpeg, 90) },
        { "image/webp", Encode(SKEncodedImageFormat.Webp, 90) },
        { "image/webp", Encode(SKEncodedImageFormat.Webp, 100) },
        { "image/webp", Encode(SKEncodedImageFormat.Webp, 90, transparent: true) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_and_size_are_in_its_first_bytes(string kind, byte[] photo) =>
        Assert.Equal(new PhotoHeader(kind, 321, 123), PhotoHeader.Read(photo));

    public static TheoryData<string, byte[]> Others => new()
    {
        { "nothing", [] },
        { "a page", "<html><script>alert(1)</script></html>"u8.ToArray() },
        { "a drawing", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray() },
        { "a page behind a PNG's first bytes", [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. "<html><script>alert(1)</script></html>"u8] },
        { "a GIF", "GIF89a\x01\0\x01\0\0\0\0;"u8.ToArray() },
        { "a PNG cut in its header", Encode(SKEncodedImageFormat.Png, 90)[..20] },
        { "a JPEG cut before its size", Encode(SKEncodedImageFormat.Jpeg, 90)[..30] },
        { "a PNG without pixels", Sized(0, 10) },
        { "a PNG of less than none", Sized(-1, -1) },
        { "a program", [0x7F, .. "ELF"u8, .. new byte[60]] },
        { "zeros", new byte[1000] },
        { "words", Encoding.UTF8.GetBytes(new string('A', 1000)) },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_no_photo_by_its_content_is_none(string what, byte[] file) => Assert.True(PhotoHeader.Read(file) is null, what);

    [Fact]
    public void A_small_file_of_many_pixels_says_so() => Assert.Equal(400_000_000, PhotoHeader.Read(Sized(20_000, 20_000))!.Pixels);

    [Fact]
    public void No_file_however_damaged_is_more_than_looked_at()
    {
        var random = new Random(20261129);
        byte[][] originals = [.. Kinds.Select(kind => kind.Data.Item2)];
        var photos = 0;
        for (var round = 0; round < 50_000; round++)
        {
            var damaged = (byte[])originals[round % originals.Length].Clone();
            for (var i = random.Next(1, 20); i > 0; i--)
                damaged[random.Next(Math.Min(damaged.Length, 64))] = (byte)random.Next(256);
            if (PhotoHeader.Read(damaged.AsSpan(0, random.Next(damaged.Length + 1))) is not { } header)
                continue;
            photos++;
            Assert.True(header.Width > 0 && header.Height > 0);
        }
        Assert.InRange(photos, 100, 49_000);
    }

    private static byte[] Sized(int width, int height)
    {
        var png = Encode(SKEncodedImageFormat.Png, 90);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    private static byte[] Encode(SKEncodedImageFormat format, int quality, bool transparent = false)
    {
        using var picture = new SKBitmap(new SKImageInfo(321, 123, SKColorType.Rgba8888, transparent ? SKAlphaType.Premul : SKAlphaType.Opaque));
        picture.Erase(transparent ? new SKColor(10, 20, 30, 90) : SKColors.CadetBlue);
        using var data = picture.Encode(format, quality);
        return data.ToArray();
    }
}
