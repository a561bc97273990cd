using SkiaSharp;
using WaaS.Logistics.Host.Scan;
using WaaS.Logistics.Platform.Photos;

namespace WaaS.Logistics.Tests.Pictures;

/// <summary>In a process of its own: whatever happens there, the one that asked goes on and the next photo is read.</summary>
public sealed class When_a_strangers_photo_is_read : IDisposable
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);
    private static readonly byte[] Good = Zint.Draw(Zint.Code128, "5CG1234XYZ");
    private readonly string _folder = Directory.CreateTempSubdirectory("waas-photos-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Its_codes_are_found()
    {
        var reading = await new ReadPhotosApart(new ReaderLimits()).Read(Zint.Draw(Zint.DataMatrix, "[01]09521234543213[21]ABC[17]290331"), default);
        Assert.Equal((PhotoReadingEnd.Whole, new PhotoCode("010952123454321321ABC\u001d17290331", "]d2")), (reading.End, Assert.Single(reading.Codes)));
    }

    [Fact]
    public async Task The_largest_photo_taken_fits_the_memory_it_may_use()
    {
        using var sheet = new SKBitmap(8000, 5000);
        using (var canvas = new SKCanvas(sheet))
        {
            canvas.Clear(SKColors.White);
            using var symbol = SKBitmap.Decode(Good);
            canvas.DrawBitmap(symbol, 4000, 2500, SKSamplingOptions.Default);
        }
        using var photo = sheet.Encode(SKEncodedImageFormat.Jpeg, 80);
        var reading = await new ReadPhotosApart(new ReaderLimits { Deadline = Long }).Read(photo.ToArray(), default);
        // Not in how much time: that is the machine's, and a reader out of time still answers.
        Assert.True(reading.End is PhotoReadingEnd.Whole or PhotoReadingEnd.Damaged, $"{reading.End} {reading.Detail}");
    }

    [Theory]
    [InlineData("crashes", "head -c 10 >/dev/null; kill -SEGV $$", PhotoReadingEnd.Ended)]
    [InlineData("is killed", "kill -KILL $$", PhotoReadingEnd.Ended)]
    [InlineData("says nonsense", "cat >/dev/null; echo '{\"codes\":7'", PhotoReadingEnd.Ended)]
    [InlineData("says nothing", "cat >/dev/null", PhotoReadingEnd.Ended)]
    [InlineData("never stops talking", "yes", PhotoReadingEnd.Ended)]
    [InlineData("takes all memory", "read x; exec tail /dev/zero", PhotoReadingEnd.Ended)]
    [InlineData("hangs", "sleep 600", PhotoReadingEnd.TimedOut)]
    [InlineData("hangs with a child of its own", "sleep 600 & wait", PhotoReadingEnd.TimedOut)]
    [InlineData("never reads", "exec 0<&-; exec sleep 600", PhotoReadingEnd.TimedOut)]
    public async Task A_reader_that_misbehaves_harms_nobody(string how, string script, PhotoReadingEnd end)
    {
        var program = Path.Combine(_folder, "reader");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        // Larger than a pipe holds, so that a reader that never reads would hold up the writer too.
        var reading = await new ReadPhotosApart(new ReaderLimits { Deadline = end == PhotoReadingEnd.TimedOut ? Short : Long, MemoryBytes = 64 << 20 }, program).Read(new byte[1 << 20], default);
        Assert.True(reading.End == end, $"a reader that {how}: {reading.End} {reading.Detail}");
        Assert.Empty(reading.Codes);
        Assert.DoesNotContain(Running(), process => process.Contains(program, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Our_own_reader_is_stopped_by_its_limits_and_the_next_photo_is_read()
    {
        var reader = new ReadPhotosApart(new ReaderLimits { MemoryBytes = 8 << 20 });
        Assert.Equal(PhotoReadingEnd.Ended, (await reader.Read(Good, default)).End);
        reader = new ReadPhotosApart(new ReaderLimits { Deadline = TimeSpan.FromMilliseconds(50) });
        Assert.Equal(PhotoReadingEnd.TimedOut, (await reader.Read(Good, default)).End);
        Assert.Equal(PhotoReadingEnd.Ended, (await new ReadPhotosApart(new ReaderLimits(), Path.Combine(_folder, "no-such-program")).Read(Good, default)).End);
        Assert.Equal(PhotoReadingEnd.Whole, (await new ReadPhotosApart(new ReaderLimits()).Read(Good, default)).End);
    }

    [Fact]
    public async Task Hostile_files_are_damaged_ones()
    {
        var reader = new ReadPhotosApart(new ReaderLimits());
        foreach (var file in (byte[][])[[], [1, 2, 3], Good[..(Good.Length / 2)], "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()])
            Assert.Equal(PhotoReadingEnd.Damaged, (await reader.Read(file, default)).End);
    }

    [Fact]
    public async Task It_knows_nothing_of_our_settings()
    {
        var program = Path.Combine(_folder, "reader");
        await File.WriteAllTextAsync(program, "#!/bin/sh\ncat >/dev/null\nprintf '{\"codes\":[{\"text\":\"%s\",\"symbologyIdentifier\":\"]C0\"}]}' \"$(env | cut -d= -f1 | sort | tr '\\n' ' ')\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var names = Assert.Single((await new ReadPhotosApart(new ReaderLimits(), program).Read(Good, default)).Codes).Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(names, name => Assert.True(name is "PATH" or "LANG" or "PWD" or "_" or "SHLVL" or "OLDPWD" || name.StartsWith("DOTNET_", StringComparison.Ordinal), name));
        Assert.Contains("DOTNET_GCHeapHardLimit", names);
    }

    private static IEnumerable<string> Running() => Directory.EnumerateDirectories("/proc").Select(folder => Path.Combine(folder, "cmdline")).Where(File.Exists).Select(file =>
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    });
}
