using System.Globalization;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Station.Verbs;

/// <param name="Left">With the time left as {0}.</param>
/// <param name="Faults">With their number as {0}.</param>
internal sealed record ProgressWords(string Overwriting, string Erasing, string Verifying, string Left, string Faults)
{
    public static ProgressWords English { get; } = new("overwriting", "erasing", "verifying", "{0} left", "{0} faults");

    public string Of(RunPhase phase) => (phase switch { RunPhase.Overwriting => Overwriting, RunPhase.Erasing => Erasing, _ => Verifying })
        .PadRight(Math.Max(Overwriting.Length, Math.Max(Erasing.Length, Verifying.Length)));
}

/// <summary>One line now and then: phase, share, speed, time left.</summary>
internal sealed class ProgressMeter(Speaker speaker, ProgressWords words, bool quiet, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private long _last;

    /// <summary>The last that was told.</summary>
    public RunProgress? Last { get; private set; }

    public void Tell(RunProgress progress)
    {
        bool other = Last?.Phase != progress.Phase;
        Last = progress;
        bool whole = progress.DoneBytes == progress.SizeBytes;
        if (quiet || (!other && !whole && clock.GetElapsedTime(_last) < Every))
        {
            return;
        }

        _last = clock.GetTimestamp();
        double share = progress.SizeBytes == 0 ? 100 : 100.0 * progress.DoneBytes / progress.SizeBytes;
        string left = progress.BytesPerSecond > 0
            ? TimeSpan.FromSeconds((progress.SizeBytes - progress.DoneBytes) / progress.BytesPerSecond).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
            : "?";
        string faults = progress.Faults > 0 ? ", " + string.Format(CultureInfo.InvariantCulture, words.Faults, progress.Faults) : "";
        speaker.Tell(string.Create(
            CultureInfo.InvariantCulture,
            $"{words.Of(progress.Phase)} {share,5:0.0} %  {progress.BytesPerSecond / 1e6,6:0} MB/s  {string.Format(CultureInfo.InvariantCulture, words.Left, left)}{faults}"));
    }
}
