using System.Collections.Frozen;
using WaaS.Logistics.Scanning.Data;

namespace WaaS.Logistics.Scanning.DataIdentifiers;

/// <summary>One assigned data identifier: up to three digits and a capital letter (ANSI MH10.8.2).</summary>
internal sealed class DataIdentifier
{
    private static readonly FrozenDictionary<string, DataIdentifier> All = Table.Read("data-identifiers.tsv")
        .Select(row => new DataIdentifier { Id = row[0], Kind = Enum.Parse<CandidateKind>(row[1].Replace("-", ""), ignoreCase: true), Form = row[2], Meaning = row[3] })
        .ToFrozenDictionary(identifier => identifier.Id, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, DataIdentifier>.AlternateLookup<ReadOnlySpan<char>> ById = All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static int Count => All.Count;

    public required string Id { get; init; }

    public required CandidateKind Kind { get; init; }

    public required string Form { get; init; }

    public required string Meaning { get; init; }

    public string Why => field ??= $"Read as data identifier {Id} ({Meaning}): {{value}}.";

    /// <summary>How many characters at the start have the shape of an identifier; 0 when they have not.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && digits < 3 && char.IsAsciiDigit(text[digits]))
            digits++;
        return digits < text.Length && char.IsAsciiLetterUpper(text[digits]) ? digits + 1 : 0;
    }

    public static DataIdentifier? Find(ReadOnlySpan<char> id) => ById.TryGetValue(id, out var found) ? found : null;

    public static DataIdentifier? At(ReadOnlySpan<char> text) => LengthAt(text) is > 0 and var length ? Find(text[..length]) : null;
}
