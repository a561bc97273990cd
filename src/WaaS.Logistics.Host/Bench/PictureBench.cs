using System.Diagnostics;
using System.Globalization;
using WaaS.Logistics.Pictures;

namespace WaaS.Logistics.Host.Bench;

/// <summary>Pictures per second and how many of them are read, beside Debian's readers on the same pictures in the same run.</summary>
internal static class PictureBench
{
    public static async Task<PictureReport> Run(IReadOnlyList<SamplePicture> pictures, CancellationToken cancel)
    {
        var reader = new PictureReader();
        // The first pictures start the engine and are read by code not yet optimised.
        foreach (var picture in pictures.Take(10))
            await reader.Read(picture.File, cancel);
        var (hits, started) = (new HashSet<string>(), Stopwatch.GetTimestamp());
        foreach (var picture in pictures)
            if ((await reader.Read(picture.File, cancel)).Codes.Any(code => code.Text == picture.Text))
                hits.Add(picture.File);
        var alone = Stopwatch.GetElapsedTime(started);
        started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(pictures, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel }, async (picture, stop) => await reader.Read(picture.File, stop));
        var together = Stopwatch.GetElapsedTime(started);

        var known = pictures.Where(picture => picture.Text is not null).ToList();
        var others = new List<OtherReport>();
        foreach (var other in OtherReader.Known)
            others.Add(OtherReader.IsInstalled(other) ? await Measure(other, known, cancel) : new OtherReport(other.Name, false, 0, null, new Dictionary<string, int>()));
        return new PictureReport(
            pictures.Count, PerSecond(pictures.Count, alone), PerSecond(pictures.Count, together), Environment.ProcessorCount, PeakMegabytes(),
            [.. known.GroupBy(picture => picture.Symbology).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new SymbologyReport(group.Key, group.Count(), group.Count(picture => hits.Contains(picture.File)),
                others.Where(other => other.Hits.ContainsKey(group.Key)).ToDictionary(other => other.Name, other => other.Hits[group.Key])))],
            others);
    }

    private static async Task<OtherReport> Measure(OtherReader other, List<SamplePicture> pictures, CancellationToken cancel)
    {
        var hits = new Dictionary<string, int>();
        var started = Stopwatch.GetTimestamp();
        var own = pictures.Where(picture => other.Knows(picture.Symbology)).ToList();
        foreach (var picture in own)
            hits[picture.Symbology] = hits.GetValueOrDefault(picture.Symbology) + (await other.Reads(picture, cancel) ? 1 : 0);
        return new OtherReport(other.Name, true, own.Count, own.Count == 0 ? null : PerSecond(own.Count, Stopwatch.GetElapsedTime(started)), hits);
    }

    private static double PerSecond(int pictures, TimeSpan took) => Math.Round(pictures / took.TotalSeconds, 1);

    private static double PeakMegabytes() => File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
        ? Math.Round(long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0)
        : 0;
}

/// <param name="PicturesPerSecond">On one thread.</param>
/// <param name="PeakMegabytes">Of this process's memory, from its start.</param>
internal sealed record PictureReport(int Pictures, double PicturesPerSecond, double PicturesPerSecondOnAllThreads, int Threads, double PeakMegabytes, SymbologyReport[] Symbologies, IReadOnlyList<OtherReport> Others);

/// <param name="Read">By us.</param>
/// <param name="Others">By the readers that know the symbology.</param>
internal sealed record SymbologyReport(string Symbology, int Pictures, int Read, IReadOnlyDictionary<string, int> Others);

/// <param name="PicturesPerSecond">A process for each picture, on one thread.</param>
internal sealed record OtherReport(string Name, bool Installed, int Pictures, double? PicturesPerSecond, IReadOnlyDictionary<string, int> Hits);
