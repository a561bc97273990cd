using System.Globalization;
using System.Text.Json;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.Station.Watching;

/// <summary>A bay as one line: for people with a large plain word, for programs as JSON.</summary>
internal static class BayLine
{
    public static string Word(BayReport bay) => bay.State switch
    {
        BayState.Working => bay.Progress?.Phase switch
        {
            JobPhase.Overwriting => "OVERWRITING",
            JobPhase.Erasing => "ERASING",
            JobPhase.Verifying => "READING BACK",
            JobPhase.Reporting => "REPORTING",
            _ => "PREPARING",
        },
        BayState.Occupied => "READY",
        BayState.Refused => "DO NOT WIPE",
        BayState.Unexpected => "UNEXPECTED CARRIER",
        BayState.Unreadable => "UNKNOWN",
        var state => state.ToString().ToUpperInvariant(),
    };

    /// <summary>SGR colours of a terminal: background and ink.</summary>
    public static string Colour(BayReport bay) => bay.State switch
    {
        BayState.Done => "42;30",
        BayState.Failed or BayState.Refused or BayState.Unexpected => "41;97",
        BayState.Stopped or BayState.Unreadable => "43;30",
        BayState.Working => "44;97",
        _ => "100;97",
    };

    public static string Figures(BayReport bay)
    {
        List<string> figures = [];
        if (bay.Progress is { BytesTotal: > 0 } progress)
        {
            figures.Add(Text($"{100.0 * progress.BytesDone / progress.BytesTotal,5:0.0} %"));
            if (progress.Speed is > 0 and var speed)
            {
                figures.Add(Text($"{speed / 1e6:0} MB/s"));
                var left = TimeSpan.FromSeconds(Math.Min((progress.BytesTotal - progress.BytesDone) / speed, 1e8));
                figures.Add(Text($"{(int)left.TotalHours}:{left:mm\\:ss} left"));
            }
        }

        if (bay.Temperature is { } degrees)
        {
            figures.Add(Text($"{degrees:0} °C"));
        }

        figures.AddRange(new[] { bay.Model, bay.Serial, bay.SizeBytes is { } size ? Text($"{size / 1e9:0.#} GB") : null, bay.Reason }.OfType<string>());
        return string.Join("  ", figures);
    }

    public static string Json(BayReport bay) => JsonSerializer.Serialize(bay, StationJson.Default.BayReport);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
