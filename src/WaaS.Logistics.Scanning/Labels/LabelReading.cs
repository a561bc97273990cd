namespace WaaS.Logistics.Scanning.Labels;

/// <summary>
/// All codes of one label taken together: an imager sends them line after line, a photo holds five at once. The serial is picked where one stands out, and the others are kept.
/// </summary>
public sealed class LabelReading
{
    /// <summary>More codes than any label has; what comes after them is not looked at.</summary>
    public const int MostCodes = 32;

    private LabelReading(IReadOnlyList<Reading> readings) => Readings = readings;

    /// <summary>One for each code, in the order they came.</summary>
    public IReadOnlyList<Reading> Readings { get; }

    /// <summary>The code of this house, if the label has one: it names the device by itself.</summary>
    public Candidate? Own { get; private init; }

    /// <summary>The serial that stands out; <c>null</c> where there is none, or where several are equally likely.</summary>
    public Candidate? Serial { get; private init; }

    /// <summary>The serials that are equally likely, for a person to choose from; empty where one stands out.</summary>
    public IReadOnlyList<Candidate> Contenders { get; private init; } = [];

    public string? Maker { get; private init; }

    public string? Model { get; private init; }

    /// <summary>Everything else that was read: article numbers, addresses, parts, and the serials that were not picked.</summary>
    public IReadOnlyList<Candidate> Others { get; private init; } = [];

    /// <summary>Why this serial, or why none, as a sentence in English.</summary>
    public string Reason { get; private init; } = "";

    /// <param name="text">Several codes, one a line.</param>
    public static LabelReading OfLines(string text) => Of(text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    public static LabelReading Of(IEnumerable<string> payloads)
    {
        var readings = payloads.Take(MostCodes).Select(Reading.Of).ToList();
        var all = readings.Where(reading => reading.IsValid).SelectMany(reading => reading.Candidates.Select((candidate, place) => new Ranked(candidate, RankOf(reading, candidate, place)))).ToList();
        var serials = all.Where(ranked => ranked.Candidate.Kind == CandidateKind.Serial)
            .GroupBy(ranked => DeviceSerial.Key(ranked.Candidate.Value) ?? ranked.Candidate.Value)
            // Two codes that say the same are worth more than one.
            .Select(same => new Ranked(same.OrderByDescending(ranked => ranked.Rank).ThenBy(ranked => ranked.Candidate.Model is null).First().Candidate, same.Max(ranked => ranked.Rank) + same.Count() - 1))
            .OrderByDescending(ranked => ranked.Rank).ToList();
        var best = serials.Where(ranked => ranked.Rank == serials[0].Rank).Select(ranked => ranked.Candidate).ToList();
        var serial = best.Count == 1 ? best[0] : null;
        var models = all.Select(ranked => ranked.Candidate).Where(candidate => candidate.Kind is CandidateKind.Model or CandidateKind.PartNumber).ToList();
        return new LabelReading(readings)
        {
            Own = all.Select(ranked => ranked.Candidate).FirstOrDefault(candidate => candidate.Kind == CandidateKind.Own),
            Serial = serial,
            Contenders = serial is null ? best : [],
            Maker = serial?.Maker ?? all.Select(ranked => ranked.Candidate.Maker).FirstOrDefault(maker => maker is not null),
            Model = serial?.Model ?? models.OrderBy(candidate => candidate.Kind != CandidateKind.Model).FirstOrDefault()?.Value,
            Others = [.. all.Select(ranked => ranked.Candidate).Where(candidate => candidate != serial)],
            Reason = serial is not null ? $"{serial.Reason} It stands out among {readings.Count} code{(readings.Count == 1 ? "" : "s")}."
                : best.Count > 1 ? $"{best.Count} codes could be the serial: {string.Join(", ", best.Select(candidate => candidate.Value))}." : "No code of the label could be a serial.",
        };
    }

    private static int RankOf(Reading reading, Candidate candidate, int place) => candidate switch
    {
        { IsSure: true } => 40,
        { Maker: not null } => place == 0 ? 30 : 25,
        // A code that means something else besides is hardly the serial.
        _ when reading.Candidates.Any(other => other.Kind != CandidateKind.Serial) => 5,
        _ => place == 0 ? 20 : 10,
    };

    private readonly record struct Ranked(Candidate Candidate, int Rank);
}
