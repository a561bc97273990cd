using WaaS.Logistics.Tests.Erasure;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using WaaS.Logistics.Host.Scan;
using WaaS.Logistics.Pictures;
using WaaS.Logistics.Pictures.Engine;

namespace WaaS.Logistics.Tests.Pictures;

public sealed class When_a_picture_is_hostile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("waas-pictures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_bad_file_is_told_in_its_line_and_the_next_is_read()
    {
        var good = Zint.Draw(Zint.QrCode, "STILL-ALIVE");
        var files = new[]
        {
            File("empty.png", []), File("text.png", "no picture"u8.ToArray()), File("header.png", good[..10]), _folder, Path.Combine(_folder, "absent.png"), "", "a\0b",
            File("bomb.png", Bomb()), File("garbage.jpg", [0xFF, 0xD8, 0xFF, .. Enumerable.Repeat((byte)0xAA, 4000)]), File("good.png", good),
        };
        var lines = await Lines(files, expectedExit: ImageLines.SomeFailed);
        Assert.Equal(files, lines.Select(line => line.GetProperty("file").GetString()));
        Assert.All(lines, line => Assert.Equal(["file", "codes", "ms", "error"], line.EnumerateObject().Select(field => field.Name)));
        Assert.All(lines[..^1], line => Assert.False(string.IsNullOrEmpty(line.GetProperty("error").GetString()), line.GetRawText()));
        Assert.Contains("20000 x 20000", lines[7].GetProperty("error").GetString());
        Assert.Equal(JsonValueKind.Null, lines[^1].GetProperty("error").ValueKind);
        var code = lines[^1].GetProperty("codes")[0];
        Assert.Equal(["text", "bytesHex", "format", "symbologyIdentifier", "position"], code.EnumerateObject().Select(field => field.Name));
        Assert.Equal("STILL-ALIVE", code.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Good_files_alone_end_with_zero() => Assert.Single(await Lines([File("good.png", Zint.Draw(Zint.Code128, "A"))], expectedExit: 0));

    [Fact]
    public async Task A_picture_cut_off_is_an_error_even_where_a_code_is_seen()
    {
        var noisy = Photo.Together(Zint.Draw(Zint.QrCode, "TOP"), Photo.Noise(400, 400));
        var answer = await new PictureReader().Read(noisy[..(noisy.Length * 3 / 4)]);
        Assert.Contains("cut off", answer.Error);
        Assert.Equal("TOP", Assert.Single(answer.Codes).Text);
    }

    [Fact]
    public async Task A_search_that_takes_too_long_is_ended_and_the_next_read_is_right()
    {
        var (noise, good) = (Photo.Noise(3000, 3000), Zint.Draw(Zint.DataMatrix, "AFTER"));
        var retired = EnginePool.Retired;
        var begun = Stopwatch.GetTimestamp();
        var answer = await new PictureReader(new PictureLimits { LoadTime = TimeSpan.FromSeconds(60), SearchTime = TimeSpan.FromSeconds(0.5) }).Read(noise);
        Assert.Contains("ended after 0.5 s", answer.Error);
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(90), "the limit did not hold");
        Assert.True(EnginePool.Retired > retired, "the interrupted engine is still in use");
        Assert.Equal("AFTER", Assert.Single((await new PictureReader().Read(good)).Codes).Text);
    }

    [Fact]
    public async Task A_pipe_that_nobody_writes_to_and_a_device_without_end_are_given_up()
    {
        var pipe = Path.Combine(_folder, "pipe");
        Shell.Run("mkfifo", [pipe]);
        Assert.Contains("within 1 s", (await new PictureReader(new PictureLimits { LoadTime = TimeSpan.FromSeconds(1) }).Read(pipe)).Error);
        // Whoever opened the pipe is let go.
        await System.IO.File.WriteAllTextAsync(pipe, "");
        Assert.Contains("larger than 1 MB", (await new PictureReader(new PictureLimits { MaxBytes = 1 << 20 }).Read("/dev/zero")).Error);
    }

    [Fact]
    public async Task Damaged_pictures_never_throw()
    {
        var (random, reader) = (new Random(4711), new PictureReader(new PictureLimits { MaxPixels = 2_000_000 }));
        var originals = new[] { Zint.Draw(Zint.QrCode, "FUZZ"), Photo.As(Zint.Draw(Zint.Code128, "FUZZ"), SkiaSharp.SKEncodedImageFormat.Jpeg, 80), Photo.As(Zint.Draw(Zint.DataMatrix, "FUZZ"), SkiaSharp.SKEncodedImageFormat.Webp, 80) };
        for (var round = 0; round < (Campaign.IsLong ? 600 : 60); round++)
        {
            var damaged = (byte[])originals[round % originals.Length].Clone();
            for (var i = random.Next(1, 30); i > 0; i--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var answer = await reader.Read(damaged[..random.Next(1, damaged.Length + 1)]);
            Assert.All(answer.Codes, code => Assert.NotEmpty(code.Format));
        }
    }

    [Fact]
    public void The_decoder_is_the_one_the_browser_loads() =>
        Assert.Equal("e8af31edb56d0522f4de74495839385ef019ba8bc90d38e5ecb2f18795d86fb2", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Asset.Bytes("zxing_reader.wasm"))));

    // 20,000 x 20,000 pixels of one colour: 50 MB of zeros in 50 KB.
    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            for (var row = 0; row < 20_000; row++)
                zlib.Write(new byte[2501]);
        byte[] header = [0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20, 1, 0, 0, 0, 0];
        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string kind, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. data];
        var crc = uint.MaxValue;
        foreach (var value in body)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return [.. BigEndian((uint)data.Length), .. body, .. BigEndian(~crc)];
    }

    private static byte[] BigEndian(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private string File(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    private static async Task<List<JsonElement>> Lines(string[] files, int expectedExit)
    {
        using var output = new MemoryStream();
        Assert.Equal(expectedExit, await ImageLines.Run(files, output, CancellationToken.None));
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
