using System.Globalization;
using WaaS.Logistics.Scanning.Data;

namespace WaaS.Logistics.Scanning.Vendors;

/// <summary>The rules of vendor-rules.tsv, found by the length of the text.</summary>
internal static class VendorRules
{
    private const int MostLength = 64;
    private static readonly Rule[][] ByLength = Load();

    /// <summary>How much a form alone says.</summary>
    public enum Certainty
    {
        Maybe,
        Likely,
        Sure,
    }

    public static int Count => ByLength.Sum(rules => rules.Length);

    /// <summary>Adds what fits and is at least so certain.</summary>
    /// <param name="text">Upper case, without blanks at its ends.</param>
    /// <returns>Whether anything fitted.</returns>
    public static bool AddTo(Reading reading, ReadOnlySpan<char> text, Certainty least, Certainty most = Certainty.Sure)
    {
        if (text.Length >= ByLength.Length)
            return false;
        var any = false;
        foreach (var rule in ByLength[text.Length])
            if (rule.Mark >= least && rule.Mark <= most && rule.Fits(text))
                any |= rule.Add(reading, text);
        return any;
    }

    /// <summary>The maker whose own form a serial has, if it is only one's.</summary>
    /// <param name="serial">Upper case.</param>
    public static string? MakerOf(ReadOnlySpan<char> serial)
    {
        string? maker = null;
        if (serial.Length < ByLength.Length)
            foreach (var rule in ByLength[serial.Length])
                if (rule is { Kind: CandidateKind.Serial, Mark: >= Certainty.Likely, Maker: { } named } && rule.Fits(serial))
                {
                    if (maker is not null && maker != named)
                        return null;
                    maker = named;
                }
        return maker;
    }

    private static Rule[][] Load()
    {
        var byLength = Enumerable.Range(0, MostLength + 1).Select(_ => new List<Rule>()).ToArray();
        foreach (var row in Table.Read("vendor-rules.tsv"))
            foreach (var pattern in Pattern.Parse(row[5]))
                byLength[pattern.Length].Add(new Rule(row, pattern));
        return [.. byLength.Select(rules => rules.ToArray())];
    }

    private sealed class Rule(string[] row, Pattern pattern)
    {
        private readonly string _check = row[3];
        private readonly string _turn = row[4];
        private readonly string _why = row[6];

        public string? Maker { get; } = row[0].Length == 0 ? null : string.Intern(row[0]);

        public CandidateKind Kind { get; } = Enum.Parse<CandidateKind>(row[1].Replace("-", ""), ignoreCase: true);

        public Certainty Mark { get; } = Enum.Parse<Certainty>(row[2], ignoreCase: true);

        public bool Fits(ReadOnlySpan<char> text) => pattern.Fits(text) && VendorCheck.Holds(_check, text);

        public bool Add(Reading reading, ReadOnlySpan<char> text)
        {
            var value = Turn(pattern.ValueOf(text));
            // A tag that was counted from a number cannot be what labels say where nobody wrote one, but the number can.
            if (Kind == CandidateKind.Serial && !DeviceSerial.CanBe(_turn == "dell-tag" ? text.ToString() : value))
                return false;
            reading.Add(Kind, value, _why, Maker, pattern.ModelOf(text), Mark == Certainty.Sure);
            return true;
        }

        private string Turn(ReadOnlySpan<char> value)
        {
            switch (_turn)
            {
                case "":
                    return value.ToString();
                case "dell-tag":
                    return ExpressServiceCode.TryToTag(value, out var tag) ? tag : "";
                case "meid":
                    return $"{ulong.Parse(value[..10], CultureInfo.InvariantCulture):X8}{ulong.Parse(value[10..], CultureInfo.InvariantCulture):X6}";
                case "wwn":
                    return value[2..].ToString();
                default:
                    var text = value.ToString();
                    var digits = string.Concat(text.Where(char.IsAsciiLetterOrDigit));
                    return Kind == CandidateKind.Wwn && digits.StartsWith("WWN", StringComparison.Ordinal) ? digits[3..] : digits;
            }
        }
    }
}
