namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>How serials are compared. What a maker never filled in is no serial, and matches nothing.</summary>
internal static class Serials
{
    private static readonly HashSet<string> Placeholders = new(StringComparer.Ordinal)
    {
        "TOBEFILLEDBYO.E.M.", "TOBEFILLEDBYOEM", "DEFAULTSTRING", "SYSTEMSERIALNUMBER", "NOTSPECIFIED", "NOTAPPLICABLE", "NONE", "UNKNOWN", "N/A", "NA", "NULL", "INVALID", "-",
    };

    /// <summary>The form serials are looked up by; null when it is no serial at all.</summary>
    public static string? Key(string? serial)
    {
        if (serial is null)
            return null;
        var key = string.Concat(serial.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))).ToUpperInvariant();
        return key.Length == 0 || Placeholders.Contains(key) || key.All(c => c == key[0] && c is '0' or 'X' or '?' or 'F' or '.') ? null : key;
    }

    public static bool Same(string? one, string? other) => Key(one) is { } key && key == Key(other);
}
