using System.Text.RegularExpressions;
using System.Xml.Linq;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Tests.Architecture;

/// <summary>The words of every service: whole in both languages, each one used, and none used that is not there.</summary>
public sealed partial class The_texts
{
    public static TheoryData<string> Services => [.. Directory.EnumerateFiles(Path.Combine(Source.Root, "src"), "Texts.resx", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/bin/") && !file.Contains("/obj/"))
        .Select(file => Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file)))!.Replace("WaaS.Logistics.", "")).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Services))]
    public void Both_languages_have_the_same_keys_and_no_empty_word(string service)
    {
        var (english, german) = (Words(service, ""), Words(service, ".de"));
        Assert.NotEmpty(english);
        Nothing(english.Keys.Except(german.Keys).Select(key => $"{key} has no German"));
        Nothing(german.Keys.Except(english.Keys).Select(key => $"{key} has no English"));
        Nothing(english.Concat(german).Where(word => string.IsNullOrWhiteSpace(word.Value)).Select(word => $"{word.Key} is empty"));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Both_languages_name_the_same_places_to_fill(string service)
    {
        var german = Words(service, ".de");
        // What is missing is named by the code in English alone; the German sentence does without the name.
        Nothing(Words(service, "").Where(word => word.Key != "Refused_not_found" && german.TryGetValue(word.Key, out var other) && Places(word.Value) != Places(other))
            .Select(word => $"{word.Key}: '{word.Value}' and '{german[word.Key]}' do not take the same arguments"));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void What_is_counted_has_a_word_for_one_and_for_others(string service)
    {
        var words = Words(service, "");
        foreach (var (have, need) in ((string, string)[])[("_one", "_other"), ("_other", "_one")])
            Nothing(words.Keys.Where(key => key.EndsWith(have, StringComparison.Ordinal) && !words.ContainsKey(key[..^have.Length] + need)).Select(key => $"{key} is without its {need}"));
        Nothing(Counted(service).Where(key => !words.ContainsKey(key + "_one")).Select(key => $"T.Count(\"{key}\") has no {key}_one"));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_key_in_the_code_has_its_text(string service)
    {
        var words = Words(service, "");
        var named = Source.Code(service).SelectMany(Named).Distinct().ToList();
        Assert.True(named.Count > 0 || !Source.Code(service).Any(file => file.EndsWith(".razor", StringComparison.Ordinal)), "pages without a word: the search for keys finds nothing");
        Nothing(named.Where(key => key.EndsWith('_') ? !words.Keys.Any(word => word.StartsWith(key, StringComparison.Ordinal)) : !words.ContainsKey(key)).Select(key => $"the code asks for '{key}', which no resource has"));
        Nothing(Enumerations(words.Keys).SelectMany(states => Enum.GetNames(states).Select(value => $"{states.Name}_{value}")).Where(key => !words.ContainsKey(key)).Select(key => $"{key} is missing"));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_text_is_used(string service)
    {
        var words = Words(service, "");
        var literals = Source.Code(service).SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet();
        var refused = literals.SelectMany(literal => (string[])[literal, "invalid-" + literal]).Append("not-found").Select(rule => "Refused_" + rule.Replace('-', '_').ToLowerInvariant()).ToHashSet();
        var states = Enumerations(words.Keys).SelectMany(states => Enum.GetNames(states).Select(value => $"{states.Name}_{value}")).ToHashSet();
        // A key may end in a value's own name: "Failure_" + status.
        var openEnded = literals.Where(literal => literal.EndsWith('_')).ToList();
        Nothing(words.Keys.Where(key => !literals.Contains(key) && !openEnded.Any(start => key.StartsWith(start, StringComparison.Ordinal)) && !literals.Contains(Counting().Replace(key, "")) && !refused.Contains(key) && !states.Contains(key) && !Audited(service).Contains(key) && !IsField(key))
            .Select(key => $"{key} is used nowhere"));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_refusal_a_person_can_meet_has_its_words(string service)
    {
        var words = Words(service, "");
        var told = Source.Code(service).SelectMany(file => Refusal().Matches(File.ReadAllText(file))).Select(match => match.Groups["worded"] is { Success: true } own ? own.Value : (match.Groups["field"].Success ? "invalid-" : "") + match.Groups["rule"].Value)
            .Select(rule => "Refused_" + rule.Replace('-', '_').ToLowerInvariant()).Distinct().ToList();
        Assert.True(told.Count > 0 || service is "Custody" or "Sayings" or "Documents", "no refusal is found in this service's code");
        Nothing(told.Where(key => !words.ContainsKey(key) && !AsTheyCome.Contains(key) && !key.EndsWith('_')).Select(key => $"{key} is refused without words"));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Everything_the_audit_trail_names_has_its_word(string service) => Nothing(Audited(service).Except(Words(service, "").Keys).Select(key => $"{key} is missing"));

    // Held to the models by The_audit_trail.
    private static bool IsField(string key) => key.StartsWith("Field_", StringComparison.Ordinal);

    private static HashSet<string> Audited(string service) =>
        [.. Ours.Where(type => type.Assembly.GetName().Name == "WaaS.Logistics." + service && type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IAudited))).Select(type => "Subject_" + type.Name)];

    // Worded where they are made, or met by programs alone: fields that no person fills in, and what only a fault of the program brings about.
    private static readonly string[] AsTheyCome =
    [
        "Refused_expected_devices", "Refused_invalid_opid", "Refused_op_id_reused", "Refused_invalid_body", "Refused_invalid_publickeypem", "Refused_no_slots", "Refused_slot_open", "Refused_invalid_deviceid",
        "Refused_invalid_proofhash", "Refused_invalid_language", "Refused_invalid_roles", "Refused_invalid_bootid", "Refused_invalid_bytesdone", "Refused_invalid_content", "Refused_invalid_evidence",
        "Refused_invalid_records", "Refused_invalid_revision", "Refused_invalid_statement",
    ];

    private static void Nothing(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), string.Join('\n', wrong));

    internal static Dictionary<string, string> Words(string service, string language) =>
        XDocument.Load(Path.Combine(Source.Root, $"src/WaaS.Logistics.{service}/Resources/Texts{language}.resx")).Root!.Elements("data")
            .ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!);

    private static string Places(string text) => string.Join(",", Place().Matches(text).Select(place => place.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Counted(string service) =>
        Source.Code(service).SelectMany(file => CountCall().Matches(File.ReadAllText(file)).Select(call => call.Groups[1].Value)).Distinct();

    // A file's names for its texts: injected, taken as a parameter, or made.
    private static IEnumerable<string> Named(string file)
    {
        var code = File.ReadAllText(file);
        var names = TextsNamed().Matches(code).Select(match => match.Groups[1].Value).Append("T").Append("t").Append("texts").Distinct();
        var indexed = names.SelectMany(name => Regex.Matches(code, $@"(?<![\w.]){name}\[""(\w+)""").Select(match => match.Groups[1].Value));
        return indexed.Concat(NavigationKey().Matches(code).Select(match => match.Groups[1].Value));
    }

    private static IEnumerable<Type> Enumerations(IEnumerable<string> keys)
    {
        var prefixes = keys.Where(key => key.Contains('_')).Select(key => key[..key.IndexOf('_')]).ToHashSet();
        return Ours.Where(type => type.IsEnum && prefixes.Contains(type.Name) && Enum.GetNames(type).Any(value => keys.Contains($"{type.Name}_{value}")));
    }

    private static IReadOnlyList<Type> Ours { get; } = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "WaaS.Logistics.*.dll").Where(file => !file.EndsWith("Tests.dll", StringComparison.Ordinal))
        .Select(System.Reflection.Assembly.LoadFrom).SelectMany(assembly => assembly.GetTypes())];

    [GeneratedRegex(@"(?:\bTexts\s+|@inject\s+Texts\s+)(\w+)")]
    private static partial Regex TextsNamed();

    [GeneratedRegex(@"\.Count\(""(\w+)""")]
    private static partial Regex CountCall();

    [GeneratedRegex(@"\(""/[\w/]*"", T, ""(\w+)""")]
    private static partial Regex NavigationKey();

    [GeneratedRegex(@"""([\w-]+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{(\d+)(?:[,:][^}]*)?\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"RefusedException(?:\.(?<field>Invalid))?\(\s*""(?<rule>[A-Za-z-]+)""(?:(?!RefusedException)[^;])*?(?:\.Worded\((?:[^)]*? \? )?""(?<worded>[a-z-]+)""|;|\},?$|(?=RefusedException))", RegexOptions.Multiline)]
    private static partial Regex Refusal();

    [GeneratedRegex("_(one|other)$")]
    private static partial Regex Counting();
}
