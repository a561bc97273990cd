using WaaS.Logistics.Scanning.Vendors;

namespace WaaS.Logistics.Scanning;

/// <summary>Several numbers in one code with no words before them, parted by a comma, semicolon, bar or tab: each is told by its own form, and what has none is left alone.</summary>
internal static class FieldList
{
    private static readonly char[] Marks = [',', ';', '|', '\t'];
    private const int MostFields = 8;
    private const int MostLength = 40;

    /// <returns>Whether at least one of them was told.</returns>
    public static bool AddTo(Reading reading, ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(Marks) < 0)
            return false;
        var fields = text.ToString().ToUpperInvariant().Split(Marks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (fields.Length is < 2 or > MostFields || Array.Exists(fields, field => field.Length > MostLength))
            return false;
        foreach (var field in fields)
            VendorRules.AddTo(reading, field, VendorRules.Certainty.Likely);
        if (reading.Found.Count == 0)
            return false;
        // A serial names a device, so it comes first wherever it stands.
        reading.Found.Sort((one, other) => (one.Kind != CandidateKind.Serial).CompareTo(other.Kind != CandidateKind.Serial));
        return true;
    }
}
