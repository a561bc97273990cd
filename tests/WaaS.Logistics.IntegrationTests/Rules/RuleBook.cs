using System.Text.RegularExpressions;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Rules;

/// <summary>
/// The cases of one service's rules. Each is refused by the words of its own rule, and with that one rule taken away it goes through: whoever deletes or empties a rule finds its case red, and so
/// does whoever adds one to the approved schema without a case.
/// </summary>
/// <param name="names">What the cases call a trigger, by the name the database gives it.</param>
internal sealed partial class RuleBook<TDb>(string service, DatabaseRules rules, StorageKind kind, RuleTrial<TDb> trial, Func<string, string> names) where TDb : ServiceDb
{
    private readonly Dictionary<string, DatabaseRule> _rules = rules.For(kind).ToDictionary(rule => names(rule.Trigger));
    private readonly List<(string Rule, string Sql, string? Said, string? Without)> _cases = [];
    private readonly List<(string Check, string Sql, string? Said, string? Without)> _checks = [];

    public async Task Try(string rule, string sql)
    {
        Assert.True(_rules.TryGetValue(rule, out var known), $"There is no rule {rule} in the database of {service}.");
        _cases.Add((rule, sql, await trial.AsItStands(sql), await trial.Without(known!, sql)));
    }

    public async Task TryCheck(string check, string sql) => _checks.Add((check, sql, await trial.AsItStands(sql), await trial.WithoutCheck(check, sql)));

    /// <param name="heldTwice">Rules whose every case another rule refuses too, and the words of that one.</param>
    public void RequireEveryTrigger(params (string Rule, string Words)[] heldTwice)
    {
        Assert.Equal(Approved().Select(names).Order(StringComparer.Ordinal), _cases.Select(one => one.Rule).Distinct().Order(StringComparer.Ordinal));
        Assert.All(_cases, one => Assert.True(one.Said?.Contains(Words(_rules[one.Rule]), StringComparison.Ordinal) == true, $"{one.Rule}: expected '{Words(_rules[one.Rule])}', got '{one.Said ?? "it went through"}' for {one.Sql}"));
        Assert.All(_cases.GroupBy(one => one.Rule), cases =>
        {
            if (heldTwice.FirstOrDefault(twice => twice.Rule == cases.Key) is (not null, var words))
                Assert.All(cases, one => Assert.True(one.Without?.Contains(words, StringComparison.Ordinal) == true, $"without {one.Rule}: expected '{words}', got '{one.Without ?? "it went through"}' for {one.Sql}"));
            else
                Assert.True(cases.Any(one => one.Without is null), $"{cases.Key} does not stand alone; without it: {string.Join("; ", cases.Select(one => one.Without).Distinct())}");
        });
    }

    /// <param name="model">The checks the model declares.</param>
    /// <param name="impossible">Those no write can meet before a trigger does.</param>
    public void RequireEveryCheck(IEnumerable<string> model, params string[] impossible)
    {
        Assert.Equal(model.Order(StringComparer.Ordinal), _checks.Select(one => one.Check).Concat(impossible).Distinct().Order(StringComparer.Ordinal));
        Assert.All(_checks, one => Assert.True(one.Said?.Contains(one.Check, StringComparison.Ordinal) == true, $"{one.Check}: got '{one.Said ?? "it went through"}' for {one.Sql}"));
        Assert.All(_checks.GroupBy(one => one.Check), cases =>
            Assert.True(cases.Any(one => one.Without is null), $"{cases.Key} does not stand alone; without it: {string.Join("; ", cases.Select(one => one.Without).Distinct())}"));
    }

    // The triggers on this service's tables, as the approved schema has them.
    private IEnumerable<string> Approved()
    {
        var schema = File.ReadAllText(Path.Combine(Repository.Root, "tests", "WaaS.Logistics.Tests", "Approved", kind == StorageKind.Sqlite ? "schema-sqlite.txt" : "schema-postgres.txt"));
        return Trigger().Matches(schema).Where(match => match.Groups[2].Value.StartsWith(service + (kind == StorageKind.Sqlite ? "_" : "."), StringComparison.Ordinal)).Select(match => match.Groups[1].Value);
    }

    private static string Words(DatabaseRule rule) => Said().Match(rule.Create) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException($"{rule.Trigger} says nothing.");

    [GeneratedRegex(@"CREATE TRIGGER (\w+) BEFORE [\w ]+? ON ([\w.]+)")]
    private static partial Regex Trigger();

    [GeneratedRegex(@"RAISE(?:\(ABORT,| EXCEPTION) '([^']+)'")]
    private static partial Regex Said();
}
