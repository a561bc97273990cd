namespace WaaS.Logistics.Erasure;

/// <summary>Text out of a drive: padded with blanks or zeros, sometimes full of what was never printable.</summary>
internal static class DriveText
{
    public static string Clean(string text) =>
        new string([.. text.Select(c => c is >= ' ' and <= '~' ? c : c == '\0' ? ' ' : '?')]).Trim();

    public static string Clean(ReadOnlySpan<byte> raw) => Clean(string.Create(raw.Length, raw, static (text, bytes) =>
    {
        for (int at = 0; at < bytes.Length; at++)
        {
            text[at] = (char)bytes[at];
        }
    }));

    /// <summary>Null for nothing.</summary>
    public static string? OrNull(string text) => text.Length == 0 ? null : text;
}
