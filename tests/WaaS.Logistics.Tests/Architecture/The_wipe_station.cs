using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Station;

namespace WaaS.Logistics.Tests.Architecture;

/// <summary>docs/wiping.md is held to the program: what a station can end with, refuse by or hand in is told there.</summary>
public sealed partial class The_wipe_station
{
    private static readonly string Told = File.ReadAllText(Path.Combine(Source.Root, "docs", "wiping.md"));
    private static readonly HashSet<string> Words = [.. Word().Matches(Told).Select(match => match.Groups[1].Value)];

    [Fact]
    public void Tells_every_exit_code() => Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Contains($"\n| {(int)code} |", Told, StringComparison.Ordinal));

    [Fact]
    public void Tells_every_refusal_of_the_station_and_no_other()
    {
        string[] said =
        [
            .. Constants(typeof(TargetRules)), NamedStick.Rule, "usage", "stopped",
            .. Source.Code("Station").SelectMany(file => Quoted().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value),
        ];
        Assert.Equal(said.Distinct().Order(StringComparer.Ordinal), Rows("### Refusals of the station").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tells_what_the_server_refuses_a_station()
    {
        string[] folders = ["ClaimJob", "GiveSeed", "InDevice", "KeepJournal", "KeepLease", "ReceiveEvidence", "RecordSteps", "Policies", "Stations"], alone = ["WipeJob.cs", "WipeOrder.Jobs.cs", "WipeOrder.Withdrawal.cs"];
        var said = Source.Code("Sanitization").Where(file => folders.Any(folder => file.Contains($"/{folder}/", StringComparison.Ordinal)) || alone.Contains(Path.GetFileName(file)))
            .SelectMany(file => Refused().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value)
            // These are said to people at the pages of stations.
            .Except(["person-needed", "fleet-key-days"]).Append("station-signature");
        Assert.Equal(said.Distinct().Order(StringComparer.Ordinal), Rows("### Refusals of the server").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Has_words_for_every_rule_a_bay_may_be_refused_by()
    {
        // No carrier is in a bay yet when these are said.
        string[] before = ["usage", "bench.not-confirmed", "enrolment-code", "station-known"];
        var words = new WaaS.Logistics.Sanitization.Resources.Texts();
        var rules = Rows("### Refusals of the station").Concat(Rows("### Refusals of the server")).Except(before);
        Assert.All(rules, rule => Assert.NotNull(words.Find("StationRule_" + rule.Replace('.', '_').Replace('-', '_'))));
    }

    [Fact]
    public void Tells_every_rule_of_the_judge_and_every_step()
    {
        Assert.All(Constants(typeof(RuleIds)), rule => Assert.Matches($@"[| ]{rule}[ ,]", Section("### The rules")));
        Assert.All(Constants(typeof(StepKinds)), step => Assert.Contains(step, Words));
    }

    [Fact]
    public void Tells_every_field_of_the_evidence_and_no_other()
    {
        var fields = Fields(JsonNode.Parse(EvidenceReader.Schema)!).Distinct().Order(StringComparer.Ordinal);
        // Words that are values of a field, and not fields.
        Assert.Equal(fields, Rows("### The fields of the evidence").Except(["null", "notPresent", "removed", "present", "unknown", "waas-station"]).Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Fields(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => (member.Key == "properties" ? member.Value!.AsObject().Select(field => field.Key) : []).Concat(Fields(member.Value))),
        JsonArray several => several.SelectMany(Fields),
        _ => [],
    };

    private static IEnumerable<string> Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static string Section(string head) => Told[(Told.IndexOf(head, StringComparison.Ordinal) + head.Length)..] is var rest && rest.IndexOf("\n#", StringComparison.Ordinal) is > 0 and var end ? rest[..end] : rest;

    private static IEnumerable<string> Rows(string head) => Section(head).Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .SelectMany(line => Word().Matches(head.Contains("fields", StringComparison.Ordinal) ? line : line.Split(" | ")[0])).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([A-Za-z0-9][A-Za-z0-9.-]*)`")]
    private static partial Regex Word();

    [GeneratedRegex(@"""((?:station|job|bench|journal|bay|server|procedure|in-device)\.(?!json|key)[a-z-]+)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"RefusedException\(\s*""([a-z-]+)""")]
    private static partial Regex Refused();
}
