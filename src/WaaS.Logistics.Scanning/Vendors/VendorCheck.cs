using System.Globalization;
using WaaS.Logistics.Scanning.Gs1;

namespace WaaS.Logistics.Scanning.Vendors;

/// <summary>What a number must satisfy beyond its form; one method for each name in vendor-rules.tsv.</summary>
internal static class VendorCheck
{
    // GSMA TS.06: the reporting bodies whose numbers are on devices today and those of the years before.
    private static readonly string[] ReportingBodies = ["01", "35", "44", "45", "49", "50", "51", "52", "53", "54", "86", "91", "98", "99"];

    public static bool Holds(string name, ReadOnlySpan<char> text) => name switch
    {
        "" => true,
        "luhn" => Luhn.Holds(text),
        "luhn-tac" => HasReportingBody(text) && Luhn.Holds(text),
        "tac" => HasReportingBody(text),
        "luhn-hex" => text.IndexOfAnyInRange('0', '9') >= 0 && Luhn.HoldsHexadecimal(text),
        "meid-decimal" => DateChecks.Number(text[10..]) <= 0xFFFFFF && ulong.Parse(text[..10], CultureInfo.InvariantCulture) is >= 0xA000_0000 and <= 0xFFFF_FFFF,
        "has-digit" => text.IndexOfAnyInRange('0', '9') >= 0,
        "mixed" => text.IndexOfAnyInRange('0', '9') >= 0 && text.IndexOfAnyInRange('A', 'Z') >= 0,
        "part-has-letter" => text[2..12].IndexOfAnyInRange('A', 'Z') >= 0,
        "unicast" => IsUnicast(text),
        "unicast-mixed" => text.IndexOfAnyInRange('A', 'F') >= 0 && IsUnicast(text),
        "unicast-digits" => IsUnicast(text) && text.StartsWith("00"),
        "year-week" => text[..2] is var year && year[0] is '1' or '2' && Week(text.Slice(2, 2)),
        "plant-week" => text[..3].IndexOfAnyInRange('A', 'Z') >= 0 && Week(text.Slice(4, 2)),
        "psid" => text.IndexOfAnyInRange('A', 'Z') >= 0 && text.IndexOfAnyInRange('0', '9') >= 0,
        "eid" => Mod97(text) == 1,
        "express" => ExpressServiceCode.TryToTag(text, out _),
        "not-retail" => !CheckDigit.Holds(text),
        _ => throw new InvalidDataException($"vendor-rules.tsv names a check '{name}' that there is not."),
    };

    private static bool HasReportingBody(ReadOnlySpan<char> text)
    {
        foreach (var body in ReportingBodies)
            if (text.StartsWith(body))
                return text.IndexOfAnyExcept(text[^1]) >= 0;
        return false;
    }

    private static bool IsUnicast(ReadOnlySpan<char> text) => Convert.ToInt32(text.Slice(1, 1).ToString(), 16) % 2 == 0 && text.IndexOfAnyExcept('0') >= 0 && text.IndexOfAnyExcept('F') >= 0;

    private static bool Week(ReadOnlySpan<char> digits) => DateChecks.Number(digits) is >= 1 and <= 53;

    private static int Mod97(ReadOnlySpan<char> digits)
    {
        var rest = 0;
        foreach (var digit in digits)
            rest = (rest * 10 + digit - '0') % 97;
        return rest;
    }
}
