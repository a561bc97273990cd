using System.Text.RegularExpressions;

namespace WaaS.Logistics.Tests.Architecture;

/// <summary>docs/gate-rules.md is held to the approved schema: what the databases refuse is told there, and nothing that they do not.</summary>
public sealed partial class The_gate_rules
{
    private static readonly string[] Services = ["sanitization", "refurbishment", "resale", "returns"];

    [Fact]
    public void Tell_every_trigger_and_check_of_the_databases()
    {
        var schema = File.ReadAllText(Path.Combine(Source.Root, "tests", "WaaS.Logistics.Tests", "Approved", "schema-sqlite.txt"));
        var triggers = Trigger().Matches(schema).Select(match => (Service: match.Groups[1].Value, Name: match.Groups[2].Value)).Where(trigger => Services.Contains(trigger.Service)).Select(trigger => trigger.Name.Replace("gate_", trigger.Service == "sanitization" ? "" : "gate_"));
        var told = File.ReadAllText(Path.Combine(Source.Root, "docs", "gate-rules.md"));
        told = told[told.IndexOf("## In the databases", StringComparison.Ordinal)..];
        Assert.Equal(triggers.Order(StringComparer.Ordinal), TriggerRow().Matches(told).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Equal(Check().Matches(schema).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal), CheckRow().Matches(told).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"CREATE TRIGGER ([a-z]+)_(\w+) BEFORE")]
    private static partial Regex Trigger();

    [GeneratedRegex(@"CONSTRAINT ""(ck_\w+)"" CHECK")]
    private static partial Regex Check();

    [GeneratedRegex(@"^\| (\w+) \| (?:INSERT|UPDATE|DELETE) of \w+ \|", RegexOptions.Multiline)]
    private static partial Regex TriggerRow();

    [GeneratedRegex(@"^\| \w+ \| (ck_\w+) \| \w+ \|", RegexOptions.Multiline)]
    private static partial Regex CheckRow();
}
