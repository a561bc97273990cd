using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>How serials are compared. What a maker never filled in is no serial, and matches nothing.</summary>
internal static class Serials
{
    /// <summary>The form serials are looked up by; null when it is no serial at all.</summary>
    public static string? Key(string? serial)
    {
        if (PlaceholderSerial.Is(serial))
            return null;
        return string.Concat(serial!.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))).ToUpperInvariant();
    }

    public static bool Same(string? one, string? other) => Key(one) is { } key && key == Key(other);
}
