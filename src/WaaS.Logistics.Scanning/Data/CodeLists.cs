using System.Collections.Frozen;

namespace WaaS.Logistics.Scanning.Data;

/// <summary>The closed lists of code-lists.tsv; asked with a span, so that nothing is copied.</summary>
internal static class CodeLists
{
    private static readonly Dictionary<string, FrozenSet<string>> Lists = Table.Read("code-lists.tsv").ToDictionary(row => row[0], row => row[1].Split(' ').ToFrozenSet(StringComparer.Ordinal));

    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Countries { get; } = Of("countries");
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CountryLetters { get; } = Of("country-letters");
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Currencies { get; } = Of("currencies");
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PackageTypes { get; } = Of("package-types");
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MediaTypes { get; } = Of("media-types");
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PostalCountries { get; } = Of("s10-countries");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(string name) => Lists[name].GetAlternateLookup<ReadOnlySpan<char>>();
}
