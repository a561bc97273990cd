using System.CommandLine;
using System.Text.Json;
using WaaS.Logistics.Host.Bench;

namespace WaaS.Logistics.Host.Commands;

internal static class BenchPicturesCommand
{
    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web);
    private static readonly Option<bool> Json = new("--json") { Description = "Ends with one JSON object." };
    private static readonly Option<string?> Folder = new("--folder") { Description = "Pictures in folders by set, such as code128-1/1.png with its text in 1.txt. Without it zint draws some.", HelpName = "FOLDER" };

    public static Command Create()
    {
        var pictures = new Command("pictures", "Measures pictures read per second, how many of each symbology are read, and memory, beside zbarimg and dmtxread where they are installed. Needs no data folder.") { Json, Folder };
        pictures.SetAction((parsed, cancel) => CommandLine.Guard(async () =>
        {
            Show(await Run(parsed.GetValue(Folder), cancel), parsed.GetValue(Json));
            return 0;
        }));
        return pictures;
    }

    private static async Task<PictureReport> Run(string? folder, CancellationToken cancel)
    {
        if (folder is not null)
            return await PictureBench.Run(SamplePictures.In(folder), cancel);
        var own = Directory.CreateTempSubdirectory("waas-bench-").FullName;
        try
        {
            return await PictureBench.Run(await SamplePictures.Draw(own, cancel), cancel);
        }
        finally
        {
            Directory.Delete(own, recursive: true);
        }
    }

    private static void Show(PictureReport report, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { bench = "pictures", processors = Environment.ProcessorCount, report }, Compact));
            return;
        }
        Console.WriteLine($"{report.Pictures} pictures: {report.PicturesPerSecond} /s on one thread, {report.PicturesPerSecondOnAllThreads} /s on {report.Threads}; at most {report.PeakMegabytes} MB");
        foreach (var symbology in report.Symbologies)
            Console.WriteLine($"  {symbology.Symbology,-15} {symbology.Read,4} of {symbology.Pictures,-4}{string.Concat(symbology.Others.Select(other => $"  {other.Key} {other.Value}"))}");
        foreach (var other in report.Others)
            Console.WriteLine(other.Installed ? $"  {other.Name}: {other.PicturesPerSecond} /s, a process for each of {other.Pictures} pictures" : $"  {other.Name} is not installed");
    }
}
