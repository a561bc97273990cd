using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using WaaS.Logistics.Host.Bench;

namespace WaaS.Logistics.Host.Commands;

internal static class BenchCommand
{
    private const int NotExact = 1;
    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web);
    private static readonly Option<bool> Json = new("--json") { Description = "Ends with one JSON object." };
    private static readonly Option<int> Messages = new("--messages") { Description = "Messages of one round, two for each journey (default: 20000).", DefaultValueFactory = _ => 20_000 };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Rounds on each stack; the one in the middle is told (default: 3).", DefaultValueFactory = _ => 3 };
    private static readonly Option<int> InFlight = new("--in-flight") { Description = "Journeys under way at once (default: 256).", DefaultValueFactory = _ => 256 };
    private static readonly Option<string?> OnlyOn = new("--storage") { Description = "Only this stack: sqlite (with the embedded bus) or postgres (with RabbitMQ). By default both, the second where its connection strings are set." };

    public static Command Create()
    {
        OnlyOn.AcceptOnlyFromAmong("sqlite", "postgres");
        foreach (var counted in (Option<int>[])[Messages, Rounds, InFlight])
            counted.Validators.Add(result =>
            {
                if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var value) || value < 2 && counted != Rounds || value < 1))
                    result.AddError($"{counted.Name} is a whole number of at least {(counted == Rounds ? 1 : 2)}.");
            });
        var bus = new Command("bus", "Measures messages per second through outbox, bus, inbox and a state change, over two hops, with full durability. Works in a fresh folder below --data (or the temporary folder) and in a database of its own.")
        {
            Json, Messages, Rounds, InFlight, OnlyOn,
        };
        bus.SetAction((parsed, cancel) => CommandLine.Guard(() => Run(parsed, cancel)));
        return new Command("bench", "Measures this machine.") { bus, BenchScanCommand.Create(), BenchPicturesCommand.Create() };
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var configuration = CommandLine.Builder(parsed).Configuration;
        var (postgres, rabbit) = (configuration.GetConnectionString("Postgres"), configuration.GetConnectionString("RabbitMq"));
        var only = parsed.GetValue(OnlyOn);
        if (only == "postgres" && (string.IsNullOrEmpty(postgres) || string.IsNullOrEmpty(rabbit)))
            throw new CommandRefusedException("--storage postgres needs ConnectionStrings:Postgres and ConnectionStrings:RabbitMq.");

        var reports = new List<BusReport>();
        if (only is null or "sqlite")
            reports.Add(await Measure("sqlite + embedded bus", parsed, new() { ["Waas:Storage"] = "sqlite" }, cancel));
        if (only is not "sqlite" && !string.IsNullOrEmpty(postgres) && !string.IsNullOrEmpty(rabbit))
        {
            await using var servers = await BenchServers.Prepare(postgres, rabbit, cancel);
            reports.Add(await Measure("postgres + rabbitmq", parsed, new() { ["Waas:Storage"] = "postgres", ["ConnectionStrings:Postgres"] = servers.ConnectionString }, cancel));
        }
        if (parsed.GetValue(Json))
            Console.WriteLine(JsonSerializer.Serialize(new { bench = "bus", processors = Environment.ProcessorCount, load = Load(), stacks = reports }, Compact));
        return reports.All(report => report.Exact) ? 0 : NotExact;
    }

    private static async Task<BusReport> Measure(string stack, ParseResult parsed, Dictionary<string, string?> settings, CancellationToken cancel)
    {
        var parent = parsed.GetValue(CommandLine.Data) is { Length: > 0 } data ? Path.GetFullPath(data) : Path.GetTempPath();
        var folder = Path.Combine(parent, "waas-bench-" + Guid.NewGuid().ToString("N")[..12]);
        Directory.CreateDirectory(folder);
        try
        {
            var builder = CommandLine.Builder(parsed);
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Configuration["Waas:Data"] = folder;
            var (inFlight, rounds) = (parsed.GetValue(InFlight), new List<BusRound>());
            await using var house = await Silently(() => BenchHouse.Start(builder, cancel));
            var bench = new BusBench(house, parsed.GetValue(Messages), inFlight);
            var warm = await Silently(() => bench.WarmUp(cancel));
            for (var number = 1; number <= parsed.GetValue(Rounds); number++)
            {
                rounds.Add(await Silently(() => bench.Round(cancel)));
                await Console.Error.WriteLineAsync($"{stack}, round {number}: {rounds[^1].MessagesPerSecond:0} messages/s");
            }
            var exact = await bench.IsExact(warm + rounds.Sum(round => (long)round.Messages / BusBench.HopsPerJourney));
            var report = BusReport.Of(stack, rounds, inFlight, exact);
            if (!parsed.GetValue(Json))
                Show(report);
            return report;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The log lines of the facts are made and written to the log file as always; only the console stays free for the result.
    private static async Task<T> Silently<T>(Func<Task<T>> work)
    {
        var console = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            return await work();
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    private static void Show(BusReport report)
    {
        Console.WriteLine($"{report.Stack}: {report.MessagesPerSecond:0} messages/s ({report.JourneysPerSecond:0} journeys of two hops/s), p50 {report.P50Ms} ms, p99 {report.P99Ms} ms from save to the second hop's end");
        Console.WriteLine($"  CPU of this process {report.CpuMicrosecondsPerMessage} µs per message ({report.OfWhichKernel:P0} in the kernel), {report.AllocatedKilobytesPerMessage} kB allocated");
        foreach (var stage in report.WhereTheTimeGoes)
            Console.WriteLine($"  {stage.Name,-28} {stage.Mean,8:0.0} ms   p99 {stage.P99,8:0.0} ms");
        if (report.Writer is { } writer)
            Console.WriteLine($"  the one writer: {writer.Running:P0} running, {writer.Committing:P0} committing, {writer.Idle:P0} idle; {writer.CommitsPerSecond} commits/s of {writer.WritesPerCommit} writes, {writer.MillisecondsPerCommit} ms each");
        Console.WriteLine(report.Exact ? "  every journey ended exactly once" : "  NOT EXACT: a journey is missing, doubled, or left in the outbox");
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0].ToString(CultureInfo.InvariantCulture) : "unknown";
}
