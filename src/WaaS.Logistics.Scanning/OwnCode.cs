using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace WaaS.Logistics.Scanning;

/// <summary>
/// A code of our own, <c>WL:kind:IDc</c>: kind in lower case, id of digits and letters A to Z, and one check character over kind and id
/// (ISO 7064 MOD 37-2). Read without regard to case, because a scanner may type with the caps lock the other way round.
/// </summary>
public sealed record OwnCode
{
    /// <summary>Longest id; with it the code still fits a Code 128 label of 100 mm.</summary>
    public const int MaxIdLength = 40;
    private const string Prefix = "WL:";
    private const int GuidLength = 25;
    private static readonly SearchValues<char> Allowed = SearchValues.Create(CheckCharacter.Alphabet);
    private static readonly string[] Words = [.. Enum.GetNames<OwnCodeKind>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] CapitalWords = [.. Words.Select(word => word.ToUpperInvariant())];
    private static readonly Dictionary<string, OwnCodeKind> Kinds = Enum.GetValues<OwnCodeKind>().ToDictionary(Word, StringComparer.OrdinalIgnoreCase);

    private OwnCode(OwnCodeKind kind, string id) => (Kind, Id) = (kind, id);

    public OwnCodeKind Kind { get; }

    /// <summary>Without the check character, in upper case.</summary>
    public string Id { get; }

    /// <exception cref="ArgumentException">The id is empty, too long, or holds anything but digits and letters A to Z.</exception>
    public static OwnCode Create(OwnCodeKind kind, string id)
    {
        var upper = id.ToUpperInvariant();
        return Fault(upper) is { } fault ? throw new ArgumentException($"'{id}' cannot be the id of a code: {fault}", nameof(id)) : new OwnCode(kind, upper);
    }

    /// <summary>For things without a number of their own: the whole GUID as 25 digits to the base 36.</summary>
    public static OwnCode Create(OwnCodeKind kind, Guid id)
    {
        var value = ReadBigEndian(id);
        Span<char> digits = stackalloc char[GuidLength];
        for (var i = GuidLength - 1; i >= 0; i--, value /= 36)
            digits[i] = CheckCharacter.Alphabet[(int)(value % 36)];
        return new OwnCode(kind, new string(digits));
    }

    /// <summary>Whether the text claims to be a code of ours; <see cref="TryParse"/> says whether it is one.</summary>
    public static bool IsClaimedBy(string text) => IsClaimedBy(text.AsSpan());

    internal static bool IsClaimedBy(ReadOnlySpan<char> text) => text.TrimStart("\r\n\t").StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <param name="reason">What is wrong, in English, as a sentence; empty when nothing is.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out OwnCode? code, out string reason)
    {
        code = null;
        // Not blanks: one in place of the check character would leave a shorter code that may hold.
        var trimmed = text.Trim('\r', '\n', '\t');
        if (!IsClaimedBy(trimmed))
            return Refuse("A code of this house starts with WL:.", out reason);
        var colon = trimmed.IndexOf(':', Prefix.Length);
        if (colon < 0)
            return Refuse("The code has no kind: it is written WL:kind:id.", out reason);
        var word = trimmed[Prefix.Length..colon];
        if (!Kinds.TryGetValue(word, out var kind))
            return Refuse($"There is no kind of code '{word}'. Known are {string.Join(", ", Kinds.Keys)}.", out reason);
        var body = ToUpperAscii(trimmed[(colon + 1)..]);
        if (body.Length < 2)
            return Refuse("The code is cut off: id and check character are missing.", out reason);
        if (Fault(body[..^1]) is { } fault)
            return Refuse(fault, out reason);
        if (body[^1] != '*' && !CheckCharacter.Alphabet.Contains(body[^1]) || !CheckCharacter.Holds(CapitalWords[(int)kind] + body))
            return Refuse("The check character does not fit: the code was misread or is damaged. Scan it again.", out reason);
        code = new OwnCode(kind, body[..^1]);
        reason = "";
        return true;
    }

    /// <summary>The GUID the id was made from, if it was made from one.</summary>
    public bool TryGetGuid(out Guid id)
    {
        id = default;
        if (Id.Length != GuidLength)
            return false;
        UInt128 value = 0;
        foreach (var character in Id)
        {
            var digit = (UInt128)CheckCharacter.Alphabet.IndexOf(character);
            if (value > (UInt128.MaxValue - digit) / 36)
                return false;
            value = value * 36 + digit;
        }
        id = Guid.Parse(value.ToString("x32", CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>As it is printed.</summary>
    public override string ToString() => $"{Prefix}{Word(Kind)}:{Id}{CheckCharacter.Of(CapitalWords[(int)Kind] + Id)}";

    private static string Word(OwnCodeKind kind) => Words[(int)kind];

    private static string? Fault(string id) => id.Length switch
    {
        0 => "The id is empty.",
        > MaxIdLength => $"The id is longer than {MaxIdLength} characters.",
        _ => id.AsSpan().IndexOfAnyExcept(Allowed) is >= 0 and var stranger ? $"The id holds '{id[stranger]}'; only digits and the letters A to Z are allowed." : null,
    };

    // Only a to z: other letters have upper cases that are ASCII, and would let a misread code pass.
    private static string ToUpperAscii(string text) =>
        string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                span[i] = char.IsAsciiLetterLower(source[i]) ? (char)(source[i] - 32) : source[i];
        });

    private static UInt128 ReadBigEndian(Guid id) => UInt128.Parse(id.ToString("N"), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static bool Refuse(string because, out string reason)
    {
        reason = because;
        return false;
    }
}
