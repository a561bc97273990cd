using WaaS.Logistics.Scanning.Data;
using WaaS.Logistics.Scanning.Vendors;

namespace WaaS.Logistics.Scanning.Tracking;

/// <summary>The rules of tracking-numbers.tsv, found by the length of the text.</summary>
internal static class TrackingRules
{
    private static readonly Rule[][] ByLength = Load();

    /// <param name="text">Upper case, without blanks.</param>
    /// <param name="least">Only rules at least so certain, and ...</param>
    /// <param name="most">... at most so.</param>
    /// <param name="claim">What is wrong with a number whose form is a carrier's own; otherwise <c>null</c>.</param>
    /// <returns>The best certainty of what was added; <c>null</c> when nothing fits.</returns>
    public static VendorRules.Certainty? AddTo(Reading reading, ReadOnlySpan<char> text, VendorRules.Certainty least, VendorRules.Certainty most, out string? claim)
    {
        claim = null;
        if (text.Length >= ByLength.Length)
            return null;
        VendorRules.Certainty? best = null;
        foreach (var rule in ByLength[text.Length])
        {
            if (rule.Mark < least || rule.Mark > most || !rule.HasForm(text))
                continue;
            if (rule.Holds(text))
            {
                reading.Add(rule.IsSscc ? CandidateKind.Sscc : CandidateKind.Tracking, text.ToString(), rule.Why, rule.Carrier, isSure: rule.Mark == VendorRules.Certainty.Sure);
                best = best is { } other && other > rule.Mark ? other : rule.Mark;
            }
            else if (rule.Claims)
                claim ??= rule.WhatIsWrong(text);
        }
        if (best is not null)
            claim = null;
        return best;
    }

    private static Rule[][] Load()
    {
        var rules = Table.Read("tracking-numbers.tsv").SelectMany(row => Pattern.Parse(row[5]).Select(pattern => new Rule(row, pattern))).ToList();
        return [.. Enumerable.Range(0, rules.Max(rule => rule.Length) + 1).Select(length => rules.Where(rule => rule.Length == length).ToArray())];
    }

    private sealed class Rule
    {
        private readonly Pattern _pattern;
        private readonly TrackingCheck _check;
        private readonly string _name;

        public Rule(string[] row, Pattern pattern)
        {
            (_pattern, _check) = (pattern, new TrackingCheck(row[4]));
            _name = row[1].Length == 0 ? row[0] : $"{row[0]} {row[1]}";
            (IsSscc, Mark, Claims) = (row[0] == "SSCC", Enum.Parse<VendorRules.Certainty>(row[2], ignoreCase: true), row[3] == "yes");
            Carrier = row[0] is "SSCC" or "Post" ? null : string.Intern(row[0]);
            Why = IsSscc ? "Read as SSCC of a parcel or pallet: its check digit fits."
                : $"Read as tracking number of {_name}: {(_check.IsAny && row[4] != "digit" ? "its check character fits" : "its form fits, it has no check digit that could be looked at")}.";
        }

        public int Length => _pattern.Length;

        public string? Carrier { get; }

        public bool IsSscc { get; }

        public VendorRules.Certainty Mark { get; }

        public bool Claims { get; }

        public string Why { get; }

        public bool HasForm(ReadOnlySpan<char> text) => _pattern.Fits(text);

        public bool Holds(ReadOnlySpan<char> text) => _check.Holds(text);

        public string WhatIsWrong(ReadOnlySpan<char> text) => _name == "Post S10" && !CodeLists.PostalCountries.Contains(text[11..])
            ? $"This has the form of a postal tracking number (S10), but no post has the country {text[11..]}, at character 12."
            : $"This has the form of a tracking number of {_name}, but its check character does not fit: it was misread or mistyped.";
    }
}
