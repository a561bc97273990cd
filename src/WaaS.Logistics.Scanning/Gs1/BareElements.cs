namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>
/// Element strings from a scanner that sends no symbology identifier. They are taken for GS1 only where a key with a right check digit leads,
/// or where a separator and identifiers leave no doubt; a serial that begins with 01 must not lose its first characters.
/// </summary>
internal static class BareElements
{
    public static bool IsClaimedBy(ReadOnlySpan<char> body)
    {
        if (body.Length < 4 || AiTable.StartOf(body) is not { } entry)
            return false;
        if (body.Contains(ElementString.Separator))
            return ElementString.Read(body).Error is null || IsDigitsBeforeSeparator(body);
        return KeyLength(entry) is > 0 and var key && body.Length >= entry.Id.Length + key && Leads(body, entry, key);
    }

    private static bool Leads(ReadOnlySpan<char> body, AiEntry entry, int key)
    {
        if (body[..(entry.Id.Length + key)].IndexOfAnyExceptInRange('0', '9') >= 0)
            return false;
        var isKey = entry.Take(body[entry.Id.Length..], out _).IsNone;
        var rest = body[(entry.Id.Length + key)..];
        // Twenty digits that begin with 00 are on every parcel, and nothing else looks so: a wrong check digit is a misread SSCC. The rest of a GRAI is its serial; elsewhere what follows the key must be elements too.
        if (rest.IsEmpty || entry.Id == "8003")
            return isKey || entry.Id == "00" && rest.IsEmpty;
        return isKey ? AiTable.StartOf(rest) is not null : ElementString.ReadElements(rest, 0, new Gs1Message());
    }

    // A broken element string with separators is still one, if it begins like one.
    private static bool IsDigitsBeforeSeparator(ReadOnlySpan<char> body) =>
        AiTable.StartOf(body) is { } entry && (body.Length == entry.Id.Length || !char.IsAsciiLetterUpper(body[entry.Id.Length]) || entry.NeedsSeparator && !IsDataIdentifier(body));

    private static bool IsDataIdentifier(ReadOnlySpan<char> body)
    {
        var digits = 0;
        while (digits < Math.Min(3, body.Length) && char.IsAsciiDigit(body[digits]))
            digits++;
        return digits < body.Length && char.IsAsciiLetterUpper(body[digits]);
    }

    private static int KeyLength(AiEntry entry) => entry.Id switch
    {
        "00" or "8006" or "8017" or "8018" or "8026" => 18,
        "01" or "02" or "8003" => 14,
        _ => 0,
    };
}
