using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Pages;
using WaaS.Logistics.Sanitization.Policies;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sanitization.ShowOrders;
using WaaS.Logistics.Sayings;
using WaaS.Logistics.Tests.Architecture;

namespace WaaS.Logistics.Tests.Sanitization;

/// <summary>The bench has words for every rule, finding and state the code can meet; that both languages are whole is asked of all services at once.</summary>
public sealed partial class When_the_bench_speaks
{
    private static readonly Texts T = new();

    [Fact]
    public void Every_rule_has_a_sentence_and_says_what_went_wrong()
    {
        var rules = typeof(RuleIds).GetFields().Select(field => (string)field.GetValue(null)!).Concat(["FORMAT", "VERIFICATION", "VALIDATION"]).ToList();
        Assert.True(rules.Count > 15);
        foreach (var rule in rules)
        {
            Assert.DoesNotContain(rule, T.Rule(rule));
            Assert.DoesNotContain(rule, Saying.Faults(rule));
        }
    }

    [Fact]
    public void Every_finding_of_the_rules_has_a_sentence()
    {
        var rules = string.Concat(Directory.EnumerateFiles(Path.Combine(Source.Root, "src/WaaS.Logistics.Proof/Evidence/Rules")).Select(File.ReadAllText));
        var stories = string.Concat(Directory.EnumerateFiles(Path.Combine(Source.Root, "src/WaaS.Logistics.Proof/Evidence/Stories")).Append(Path.Combine(Source.Root, "src/WaaS.Logistics.Proof/Evidence/StoryJudge.cs")).Select(File.ReadAllText));
        var keys = Finding().Matches(rules).Concat(OfStory().Matches(stories)).Select(match => match.Groups[1].Value).Distinct().ToList();
        var said = Read("Texts.resx").Keys.Where(key => key.StartsWith("Finding_", StringComparison.Ordinal)).Select(key => key.Split('_')[2]).ToHashSet();
        Assert.True(keys.Count > 60, $"only {keys.Count} findings were found");
        Assert.DoesNotContain(keys, key => !said.Contains(key));
    }

    [Fact]
    public void A_rule_nobody_has_words_for_is_named_and_never_silent() => Assert.Contains("R99", Saying.Faults("R99"));

    [Fact]
    public void Every_version_of_the_policy_says_in_both_languages_what_it_stands_on()
    {
        Assert.NotEmpty(PolicyBook.Default.Versions);
        Assert.All(PolicyBook.Default.Versions, policy => Assert.Equal(policy.Basis, T.Find($"PolicyBasis_{policy.Id}_{policy.Version}")));
    }

    [Fact]
    public void Every_state_has_a_word()
    {
        Assert.All(Enum.GetValues<SlotState>(), state => Assert.NotNull(T.Find($"SlotState_{state}")));
        Assert.All(Enum.GetValues<EvidenceState>(), state => Assert.NotNull(T.Find($"EvidenceState_{state}")));
        Assert.All(Enum.GetValues<RecordState>(), state => Assert.NotNull(T.Find($"RecordState_{state}")));
        Assert.All(Enum.GetValues<ReopeningCause>(), cause => Assert.NotNull(T.Find($"ReopeningCause_{cause}")));
    }

    [Theory]
    [InlineData("de", "R8.outcome", "Failed", "Das Ergebnis ist fehlgeschlagen.")]
    [InlineData("en", "R8.outcome", "Failed", "The outcome is failed.")]
    [InlineData("de", "R15.exceptions", "verification.differs: 24 sectors; verification.incomplete: 8376320 of 8388608 bytes",
        "Ausnahmen: Sektoren, in denen nicht steht, was geschrieben wurde: 24; 8.376.320 von 8.388.608 Bytes wurden so zurückgelesen, wie sie sein müssen.")]
    [InlineData("de", "R15.exceptions", "verification.failed: Input/output error", "Ausnahmen: verification.failed: Input/output error.")]
    [InlineData("de", "R9.notReadFromMedium", "99.5", "Es kann aus dem Speicher gelesen sein statt vom Medium: 99,5 Sektoren.")]
    [InlineData("de", "R6.notScanned", "S-4.711", "Niemand hat die Seriennummer S-4.711 gescannt oder beauftragt.")]
    public void What_a_rule_found_is_said_in_the_readers_language(string language, string key, string value, string said)
    {
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            Assert.Equal(said, T.Finding(new FindingView("R", "$", $"evidence.{key}", [value])));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Source.Root, "src/WaaS.Logistics.Sanitization/Resources", file)).Root!.Elements("data").ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!);

    [GeneratedRegex(@"""([a-z][A-Za-z]+)""(?:, [^;]*)?\);")]
    private static partial Regex Finding();

    [GeneratedRegex(@"Need\([^;]*?(?:""[^""]*""|path), ""([a-z][A-Za-z]+)""")]
    private static partial Regex OfStory();
}
