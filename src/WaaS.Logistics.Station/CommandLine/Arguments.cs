namespace WaaS.Logistics.Station.CommandLine;

/// <summary>
/// The options of one verb. Own and small: each option is named once, takes one value or none, and anything not known is
/// refused. No verb takes a pattern and there is no way to say "all"; only the bench takes several devices, one by one by name.
/// </summary>
internal sealed class Arguments
{
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["enroll"] = ["--server", "--code", "--name", "--data", "--lang", "--json!"],
        ["list"] = ["--images", "--data", "--json!"],
        ["plan"] = ["--image", "--device", "--bay", "--data", "--serial", "--computer", "--operator", "--server", "--lang", "--carrier-only!", "--json!"],
        ["wipe"] = ["--image", "--device", "--bay", "--serial", "--computer", "--operator", "--server", "--data", "--lang", "--threads", "--limit-mb", "--json!", "--quiet!"],
        ["in-device"] =
        [
            "--server", "--fleet-key", "--journal-at", "--operator", "--scan", "--image", "--device", "--serial", "--confirm", "--data", "--lang", "--threads", "--limit-mb", "--json!", "--quiet!",
        ],
        ["verify"] = ["--image", "--device", "--bay", "--data", "--job", "--key", "--threads", "--json!", "--quiet!"],
        ["watch"] = ["--data", "--server", "--lang", "--once!", "--json!"],
        ["journal"] = ["--data", "--server", "--lang", "--send!", "--json!"],
        ["bench"] = ["--device*", "--rounds", "--throttle-mb", "--threads", "--destroy!", "--json!"],
    };

    private readonly Dictionary<string, string> _values = [];
    private readonly List<string> _several = [];
    private readonly string _verb;

    private Arguments(string verb) => _verb = verb;

    public static Arguments Read(string verb, string[] given)
    {
        var arguments = new Arguments(verb);
        for (int at = 0; at < given.Length; at++)
        {
            (string name, string? value) = given[at].Split('=', 2) is [var left, var right] ? (left, right) : (given[at], null);
            bool flag = Known[verb].Contains(name + "!"), several = Known[verb].Contains(name + "*");
            if (!flag && !several && !Known[verb].Contains(name))
            {
                throw arguments.Wrong($"'{given[at]}' is not known here");
            }

            if (flag && value is not null)
            {
                throw arguments.Wrong($"{name} takes no value");
            }

            value ??= flag ? "" : ++at < given.Length ? given[at] : throw arguments.Wrong($"{name} needs a value");
            if (several)
            {
                arguments._several.Add(value);
            }
            else if (!arguments._values.TryAdd(name, value))
            {
                throw arguments.Wrong($"{name} is given twice");
            }
        }

        return arguments.Optional(Languages.Option) is null or "de" or "en"
            ? arguments
            : throw arguments.Wrong($"{Languages.Option} is de or en, not '{arguments.Optional(Languages.Option)}'");
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public string? Optional(string name) =>
        !_values.TryGetValue(name, out string? value) ? null
        : string.IsNullOrWhiteSpace(value) ? throw Wrong($"{name} is empty")
        : value.Trim();

    /// <summary>The values of the one option of this verb that may be given several times.</summary>
    public IReadOnlyList<string> Several(string name) =>
        _several.Count == 0 ? throw Wrong($"{name} is missing")
        : _several.Any(string.IsNullOrWhiteSpace) ? throw Wrong($"{name} is empty")
        : _several.Distinct(StringComparer.Ordinal).Count() != _several.Count ? throw Wrong($"{name} names one device twice")
        : _several;

    public string Required(string name) => Optional(name) ?? throw Wrong($"{name} is missing");

    public int Number(string name, int standard, int least, int most) =>
        Optional(name) is not { } text ? standard
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number)
          && number >= least && number <= most ? number
        : throw Wrong($"{name} must be a whole number from {least} to {most}, not '{text}'");

    public Uri? Address(string name)
    {
        if (Optional(name) is not { } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address
            : throw Wrong($"{name} must be an address such as https://waas.example:5080, not '{text}'");
    }

    public UsageException Wrong(string what) => new($"{what}. See: waas-station {_verb} --help");
}
