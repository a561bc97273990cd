namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>An AI, or a family of them: in "31##" each # stands for any digit.</summary>
internal readonly record struct AiPattern(string Text, string Stem)
{
    public static AiPattern Parse(string text) => new(text, text.TrimEnd('#'));

    public bool Fits(string id) => id.Length == Text.Length && id.StartsWith(Stem, StringComparison.Ordinal);
}
