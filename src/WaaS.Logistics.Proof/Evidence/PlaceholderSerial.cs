using System.Text.RegularExpressions;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>Serials that makers leave when they set none, or that tools print for unknown. They never match anything, not even each other.</summary>
public static partial class PlaceholderSerial
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "to be filled by o.e.m.", "to be filled by oem", "default string", "system serial number", "base board serial number", "chassis serial number", "serial number",
        "not specified", "not applicable", "not available", "not present", "no serial", "unknown", "none", "null", "invalid", "oem", "o.e.m.", "n/a", "na", "test",
        "0123456789", "1234567890", "123456789", "12345678", "123456789abcdef", "0123456789abcdef",
    };

    /// <summary>Whether this text names no device: empty, a known placeholder, or at most one letter or digit, however often.</summary>
    public static bool Is(string? serial)
    {
        var text = serial?.Trim() ?? "";
        return Known.Contains(text) || text.Where(char.IsLetterOrDigit).Distinct().Count() < 2 || Unresolved().IsMatch(text);
    }

    [GeneratedRegex(@"^(\$\{.*\}|<.*>|\{\{.*\}\}|%.*%)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Unresolved();
}
