using System.Text;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.Station.Watching;

/// <summary>Shows the bays: on a terminal a screen drawn anew, else a line for each change; with --json each change as one JSON object.</summary>
internal sealed class Screen(TextWriter output, bool json, bool terminal)
{
    private const string Home = "\u001b[H", ClearLine = "\u001b[K", ClearBelow = "\u001b[J", Plain = "\u001b[0m";
    private Dictionary<string, BayReport> _shown = [];
    private string _said = "";

    public void Show(string station, IReadOnlyList<BayReport> bays, string line, DateTimeOffset now)
    {
        if (terminal && !json)
        {
            output.Write(Draw(station, bays, line, now));
            output.Flush();
            return;
        }

        foreach (BayReport bay in bays.Where(bay => !_shown.TryGetValue(bay.Bay, out BayReport? before) || before != bay))
        {
            output.WriteLine(json ? BayLine.Json(bay) : $"{bay.Bay,-10} {BayLine.Word(bay),-20} {BayLine.Figures(bay)}");
        }

        // A bay that is named no more is said to be gone: silence would leave its last state standing.
        foreach (string gone in _shown.Keys.Except(bays.Select(bay => bay.Bay)))
        {
            output.WriteLine(json ? $$"""{"bay":{{Quoted(gone)}},"state":"gone"}""" : $"{gone,-10} GONE");
        }

        if (!json && _said != line)
        {
            output.WriteLine(line);
        }

        (_shown, _said) = (bays.ToDictionary(bay => bay.Bay), line);
        output.Flush();
    }

    private static string Draw(string station, IReadOnlyList<BayReport> bays, string line, DateTimeOffset now)
    {
        var page = new StringBuilder(Home);
        page.Append($"{station}   {now.ToLocalTime():HH:mm:ss}   {line}{ClearLine}\n{ClearLine}\n");
        if (bays.Count == 0)
        {
            page.Append($"No bays: FOLDER/bays.json names none, and no wipe runs.{ClearLine}\n");
        }

        foreach (BayReport bay in bays)
        {
            page.Append($"\u001b[{BayLine.Colour(bay)};1m  {bay.Bay,-10} {BayLine.Word(bay),-20} {Plain}{ClearLine}\n");
            page.Append($"  {Bar(bay.Progress)}{Safe(BayLine.Figures(bay))}{ClearLine}\n{ClearLine}\n");
        }

        return page.Append(ClearBelow).ToString();
    }

    private static string Bar(BayProgress? progress)
    {
        const int Width = 30;
        if (progress is not { BytesTotal: > 0 })
        {
            return "";
        }

        int done = (int)(Width * progress.BytesDone / progress.BytesTotal);
        return $"[{new string('#', done)}{new string('-', Width - done)}] ";
    }

    // A drive may call itself anything, escape sequences too.
    private static string Safe(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text, StationJson.Default.String);
}
