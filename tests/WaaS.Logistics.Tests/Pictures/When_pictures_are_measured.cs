using WaaS.Logistics.Host.Bench;

namespace WaaS.Logistics.Tests.Pictures;

public sealed class When_pictures_are_measured
{
    [Fact]
    public async Task Each_symbology_is_counted_beside_the_readers_that_know_it()
    {
        var folder = Directory.CreateTempSubdirectory("waas-bench-").FullName;
        try
        {
            foreach (var (set, number, symbology, text) in new[] { ("code128-1", 1, Zint.Code128, "A1"), ("code128-2", 1, Zint.Code128, "B2"), ("datamatrix-1", 1, Zint.DataMatrix, "C3") })
            {
                Directory.CreateDirectory(Path.Combine(folder, set));
                await File.WriteAllBytesAsync(Path.Combine(folder, set, $"{number}.png"), Zint.Draw(symbology, text));
                // One is said to hold something else, so that a miss is counted as one.
                await File.WriteAllTextAsync(Path.Combine(folder, set, $"{number}.txt"), text == "B2" ? "other" : text);
            }
            var report = await PictureBench.Run(SamplePictures.In(folder), default);
            Assert.Equal(3, report.Pictures);
            Assert.Equal([("code128", 2, 1), ("datamatrix", 1, 1)], report.Symbologies.Select(symbology => (symbology.Symbology, symbology.Pictures, symbology.Read)));
            Assert.Equal(1, report.Symbologies[0].Others["zbarimg"]);
            Assert.Equal(1, report.Symbologies[1].Others["dmtxread"]);
            Assert.True(report is { PicturesPerSecond: > 0, PicturesPerSecondOnAllThreads: > 0, PeakMegabytes: > 0 });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
