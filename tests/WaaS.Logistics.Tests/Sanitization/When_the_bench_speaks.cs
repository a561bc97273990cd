using System.Text.RegularExpressions;
using System.Xml.Linq;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Pages;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Tests.Architecture;

namespace WaaS.Logistics.Tests.Sanitization;

/// <summary>The words of the bench, held to the code that says them.</summary>
public sealed partial class When_the_bench_speaks
{
    private static readonly Texts T = new();

    [Fact]
    public void Both_languages_say_the_same_things_with_the_same_values()
    {
        var (english, german) = (Read("Texts.resx"), Read("Texts.de.resx"));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), german.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Values(text.Value), Values(german[text.Key])));
    }

    [Fact]
    public void Every_key_in_the_code_has_its_text()
    {
        var code = string.Join('\n', Source.Code("Sanitization").Select(File.ReadAllText));
        var keys = Single().Matches(code).Select(match => match.Groups[1].Value).Concat(Plural().Matches(code).SelectMany(match => new[] { match.Groups[1].Value + "_one", match.Groups[1].Value + "_other" })).Distinct().ToList();
        Assert.True(keys.Count > 200, $"only {keys.Count} keys were found");
        Assert.DoesNotContain(keys, key => T.Find(key) is null);
    }

    [Fact]
    public void Every_rule_has_a_sentence_and_says_what_went_wrong()
    {
        var rules = typeof(RuleIds).GetFields().Select(field => (string)field.GetValue(null)!).Concat(["FORMAT", "VERIFICATION", "VALIDATION"]).ToList();
        Assert.True(rules.Count > 15);
        foreach (var rule in rules)
        {
            Assert.DoesNotContain(rule, T.Rule(rule));
            Assert.DoesNotContain(rule, T.Faults(rule));
        }
    }

    [Fact]
    public void Every_finding_of_the_rules_has_a_sentence()
    {
        var rules = string.Concat(Directory.EnumerateFiles(Path.Combine(Source.Root, "src/WaaS.Logistics.Proof/Evidence/Rules")).Select(File.ReadAllText));
        var keys = Finding().Matches(rules).Select(match => match.Groups[1].Value).Distinct().ToList();
        var said = Read("Texts.resx").Keys.Where(key => key.StartsWith("Finding_", StringComparison.Ordinal)).Select(key => key.Split('_')[2]).ToHashSet();
        Assert.True(keys.Count > 40, $"only {keys.Count} findings were found");
        Assert.DoesNotContain(keys, key => !said.Contains(key));
    }

    [Fact]
    public void A_rule_nobody_has_words_for_is_named_and_never_silent() => Assert.Contains("R99", T.Faults("R99"));

    [Fact]
    public void Every_state_has_a_word()
    {
        Assert.All(Enum.GetValues<SlotState>(), state => Assert.NotNull(T.Find($"SlotState_{state}")));
        Assert.All(Enum.GetValues<EvidenceState>(), state => Assert.NotNull(T.Find($"EvidenceState_{state}")));
        Assert.All(Enum.GetValues<RecordState>(), state => Assert.NotNull(T.Find($"RecordState_{state}")));
        Assert.All(Enum.GetValues<ReopeningCause>(), cause => Assert.NotNull(T.Find($"ReopeningCause_{cause}")));
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Source.Root, "src/WaaS.Logistics.Sanitization/Resources", file)).Root!.Elements("data").ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!);

    private static string Values(string text) => string.Concat(Value().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\b[tT](?:exts)?\[""(\w+)""")]
    private static partial Regex Single();

    [GeneratedRegex(@"\b[tT](?:exts)?\.Count\(""(\w+)""")]
    private static partial Regex Plural();

    [GeneratedRegex(@"""([a-z][A-Za-z]+)""(?:, [^;]*)?\);")]
    private static partial Regex Finding();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Value();
}
