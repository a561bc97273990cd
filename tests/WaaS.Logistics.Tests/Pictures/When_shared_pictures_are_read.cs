using WaaS.Logistics.Pictures;
using WaaS.Logistics.Tests.Scanning;

namespace WaaS.Logistics.Tests.Pictures;

public sealed class When_shared_pictures_are_read
{
    /// <summary>How many of a set have to be read; a decoder that reads fewer is worse than the one chosen.</summary>
    [Theory]
    [InlineData("code128-1", 7)]
    [InlineData("code128-3", 2)]
    [InlineData("code39-1", 4)]
    [InlineData("datamatrix-1", 23)]
    [InlineData("itf-1", 14)]
    [InlineData("qrcode-1", 20)]
    public async Task The_hit_rate_of_a_set_holds(string set, int floor)
    {
        var reader = new PictureReader();
        var (hits, missed) = (0, new List<string>());
        foreach (var expected in SharedData.Files("barcode-images", "*.txt").Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == set && !file.EndsWith(".metadata.txt", StringComparison.Ordinal)))
        {
            var picture = Directory.EnumerateFiles(Path.GetDirectoryName(expected)!, Path.GetFileNameWithoutExtension(expected) + ".*").FirstOrDefault(file => file.EndsWith(".png", StringComparison.Ordinal) || file.EndsWith(".jpg", StringComparison.Ordinal));
            if (picture is null)
                continue;
            var (text, answer) = (await File.ReadAllTextAsync(expected), await reader.Read(picture));
            if (answer.Codes.Any(code => code.Text == text))
                hits++;
            else
                missed.Add($"{Path.GetFileName(picture)}: {string.Join(" | ", answer.Codes.Select(code => code.Text))}{answer.Error}");
        }
        Assert.True(hits >= floor, $"{set}: {hits} of at least {floor}; missed {string.Join("; ", missed)}");
    }
}
