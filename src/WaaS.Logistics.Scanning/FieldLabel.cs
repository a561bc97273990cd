namespace WaaS.Logistics.Scanning;

/// <summary>A word that labels print before a number.</summary>
/// <param name="Text">In capitals.</param>
/// <param name="BlankIsMark">Whether the number may follow after nothing but a blank: the word is hardly ever anything else.</param>
internal sealed record FieldLabel(string Text, CandidateKind Kind, bool BlankIsMark)
{
    public bool IsExpress { get; } = Text.StartsWith("EXP", StringComparison.Ordinal) || Text == "SVC CODE";

    public bool IsNumber => Kind is CandidateKind.Mac or CandidateKind.Wwn or CandidateKind.Imei or CandidateKind.Meid or CandidateKind.Eid or CandidateKind.Iccid or CandidateKind.Psid or CandidateKind.Gtin;

    /// <param name="texts">With '~' at its end where a blank is a mark.</param>
    public static IEnumerable<FieldLabel> All(CandidateKind kind, params string[] texts) =>
        texts.Select(text => new FieldLabel(text.TrimEnd('~'), text == "SNID" ? CandidateKind.Other : kind, text.EndsWith('~')));

    /// <returns>The first that the text begins with, and what follows its mark.</returns>
    public static FieldLabel? Find(FieldLabel[] labels, ReadOnlySpan<char> text, out ReadOnlySpan<char> value)
    {
        foreach (var label in labels)
            if (text.StartsWith(label.Text, StringComparison.OrdinalIgnoreCase) && label.ValueAfter(text[label.Text.Length..], out value))
                return label;
        value = [];
        return null;
    }

    public static string Compact(string value) => string.Concat(value.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    // A word that only begins like a label is none.
    private bool ValueAfter(ReadOnlySpan<char> rest, out ReadOnlySpan<char> value)
    {
        value = rest.TrimStart([' ', '.', '(', ')']);
        if (value.IsEmpty)
            return false;
        if (value[0] is ':' or '=' or '#' or '-')
            value = value[1..].Trim();
        else if (!BlankIsMark || rest[0] is not (' ' or '.') || value.Length < 5 || !value.ContainsAnyInRange('0', '9'))
            return false;
        return !value.IsEmpty;
    }
}
