using System.Globalization;
using System.Text.RegularExpressions;

namespace WaaS.Logistics.Scanning.Vendors;

/// <summary>A form of fixed length, compiled: for each position the class of characters or the one character. A range or an alternative in the text becomes several of these.</summary>
internal sealed partial class Pattern
{
    private static readonly ushort[] Classes = ClassesOfCharacters();
    private readonly ushort[] _masks;
    private readonly char[] _literals;
    private readonly Range? _value;
    private readonly Range? _model;

    private Pattern(List<(ushort Mask, char Literal)> positions, Range? value, Range? model)
    {
        (_masks, _literals) = ([.. positions.Select(position => position.Mask)], [.. positions.Select(position => position.Literal)]);
        (_value, _model) = (value, model);
    }

    public int Length => _masks.Length;

    public bool Fits(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < _masks.Length; i++)
        {
            var character = text[i];
            if (_literals[i] != '\0' ? character != _literals[i] : character >= 128 || (Classes[character] & _masks[i]) == 0)
                return false;
        }
        return true;
    }

    public ReadOnlySpan<char> ValueOf(ReadOnlySpan<char> text) => _value is { } value ? text[value] : text;

    public string? ModelOf(ReadOnlySpan<char> text) => _model is { } model ? text[model].ToString() : null;

    /// <exception cref="FormatException">The text is no pattern.</exception>
    public static IEnumerable<Pattern> Parse(string text)
    {
        IEnumerable<Draft> drafts = [new Draft([], null, null, null, 0)];
        foreach (var piece in Pieces().EnumerateMatches(text).ToList(text))
            drafts = [.. drafts.SelectMany(draft => draft.With(piece))];
        return drafts.Select(draft => new Pattern(draft.Positions, draft.Value, draft.Model));
    }

    [GeneratedRegex(@"'[^']*'|(value|model)\[|\]|[9AXHFQ]x\d+(-\d+)?")]
    private static partial Regex Pieces();

    private static ushort[] ClassesOfCharacters()
    {
        var classes = new ushort[128];
        for (var character = '0'; character <= '9'; character++)
            classes[character] = (ushort)(Mask('9') | Mask('X') | Mask('H') | Mask('Q'));
        for (var character = 'A'; character <= 'Z'; character++)
            classes[character] = (ushort)(Mask('A') | Mask('X') | (character <= 'F' ? Mask('H') | Mask('F') : 0) | (character is 'I' or 'O' ? 0 : Mask('Q')));
        return classes;
    }

    private static ushort Mask(char name) => (ushort)(1 << "9AXHFQ".IndexOf(name));

    private sealed record Draft(List<(ushort Mask, char Literal)> Positions, Range? Value, Range? Model, string? Open, int OpenAt)
    {
        public IEnumerable<Draft> With(string piece)
        {
            if (piece[^1] == '[')
                return [this with { Open = piece[..^1], OpenAt = Positions.Count }];
            if (piece == "]")
                return [Open == "value" ? this with { Value = OpenAt..Positions.Count } : this with { Model = OpenAt..Positions.Count }];
            if (piece[0] == '\'')
                return piece[1..^1].Split('|').Select(literal => this with { Positions = [.. Positions, .. literal.Select(character => ((ushort)0, character))] });
            var counts = piece[2..].Split('-').Select(count => int.Parse(count, CultureInfo.InvariantCulture)).ToArray();
            return Enumerable.Range(counts[0], counts[^1] - counts[0] + 1).Select(count => this with { Positions = [.. Positions, .. Enumerable.Repeat((Mask(piece[0]), '\0'), count)] });
        }
    }
}

file static class Matches
{
    public static List<string> ToList(this Regex.ValueMatchEnumerator matches, string text)
    {
        var found = new List<string>();
        foreach (var match in matches)
            found.Add(text.Substring(match.Index, match.Length));
        return found;
    }
}
