using System.Globalization;

namespace WaaS.Logistics.Proof.Evidence.Rules;

/// <summary>Collects what one rule finds.</summary>
internal sealed class Findings(string rule, List<RuleFinding> all)
{
    /// <summary>Notes a finding unless the acceptable condition holds.</summary>
    public void Need(bool acceptable, string path, string key, params object?[] arguments)
    {
        if (acceptable) return;
        all.Add(new RuleFinding
        {
            Rule = rule,
            Path = path,
            MessageKey = $"evidence.{rule}.{key}",
            Arguments = [.. arguments.Select(Text)],
        });
    }

    private static string Text(object? argument) => argument switch
    {
        null => "?",
        DateTimeOffset time => Json.StrictTimeConverter.Format(time),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => argument.ToString() ?? "?",
    };
}
