using System.CommandLine;
using System.Text.Json;
using WaaS.Logistics.Host.Bench;

namespace WaaS.Logistics.Host.Commands;

internal static class BenchScanCommand
{
    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web);
    private static readonly Option<bool> Json = new("--json") { Description = "Ends with one JSON object." };
    private static readonly Option<int> Payloads = new("--payloads") { Description = "Payloads of one pass (default: 1000000).", DefaultValueFactory = _ => 1_000_000 };

    public static Command Create()
    {
        Payloads.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var value) || value < 1000))
                result.AddError("--payloads is a whole number of at least 1000.");
        });
        var scan = new Command("scan", "Measures payloads read per second on one core, over a mixed set: GS1, Digital Links, data identifiers, makers' labels, tracking numbers, own codes, plain text. Needs no data folder.") { Json, Payloads };
        scan.SetAction(parsed => Show(ScanBench.Run(parsed.GetValue(Payloads)), parsed.GetValue(Json)));
        return scan;
    }

    private static void Show(ScanReport report, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { bench = "scan", processors = Environment.ProcessorCount, threads = 1, report }, Compact));
            return;
        }
        Console.WriteLine($"mixed: {report.PayloadsPerSecond:N0} payloads/s on one core, {report.BytesEach:0} bytes allocated each");
        foreach (var group in report.Groups)
            Console.WriteLine($"  {group.Standard,-13} {group.PayloadsPerSecond,12:N0} /s   {group.BytesEach,5:0} bytes");
    }
}
