using System.Globalization;
using WaaS.Logistics.Scanning.Data;

namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>All application identifiers, found by their digits without a search: the first two say how long the identifier is.</summary>
internal static class AiTable
{
    private static readonly int[] LengthByPrefix = new int[100];
    private static readonly AiEntry?[][] ByNumber = [[], [], new AiEntry?[100], new AiEntry?[1000], new AiEntry?[10000]];

    static AiTable()
    {
        foreach (var row in Table.Read("application-identifiers.tsv"))
            for (int number = Number(row[0]), last = Number(row[1]); number <= last; number++)
                Add(row, number.ToString(CultureInfo.InvariantCulture).PadLeft(row[0].Length, '0'));
    }

    public static IEnumerable<AiEntry> All => ByNumber.SelectMany(entries => entries).OfType<AiEntry>();

    /// <summary>The identifier the text begins with, if it begins with one.</summary>
    public static AiEntry? StartOf(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]))
            return null;
        var length = LengthByPrefix[(text[0] - '0') * 10 + text[1] - '0'];
        if (length == 0 || text.Length < length)
            return null;
        var number = 0;
        foreach (var digit in text[..length])
        {
            if (!char.IsAsciiDigit(digit))
                return null;
            number = number * 10 + digit - '0';
        }
        return ByNumber[length][number];
    }

    /// <summary>The identifier that is the whole text.</summary>
    public static AiEntry? Find(ReadOnlySpan<char> id) => StartOf(id) is { } entry && entry.Id.Length == id.Length ? entry : null;

    private static void Add(string[] row, string id)
    {
        LengthByPrefix[Number(id[..2])] = id.Length;
        ByNumber[id.Length][Number(id)] = new AiEntry
        {
            Id = string.Intern(id),
            NeedsSeparator = row[2] == "yes",
            IsLinkAttribute = row[3] == "yes",
            Parts = [.. row[4].Split("; ").Select(AiPart.Parse)],
            Needs = row[5].Length == 0 ? [] : [.. row[5].Split(" or ").Select(group => group.Split('+').Select(AiPattern.Parse).ToArray())],
            Forbids = row[6].Length == 0 ? [] : [.. row[6].Split(' ').Select(AiPattern.Parse)],
            Qualifiers = row[7].Length == 0 ? null : row[7] == "alone" ? [[]] : [.. row[7].Split(" / ").Select(qualifiers => qualifiers.Split(' '))],
            Title = row[8],
        };
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
