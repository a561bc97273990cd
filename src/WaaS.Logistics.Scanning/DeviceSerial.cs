namespace WaaS.Logistics.Scanning;

/// <summary>A device's serial as it is compared: typed by hand, scanned and imported spellings of one serial have one key.</summary>
public static class DeviceSerial
{
    /// <summary>Longest serial of any maker known, with room.</summary>
    public const int MaxLength = 60;

    // What firmware and label templates say where nobody wrote a serial: equal on thousands of devices.
    private static readonly HashSet<string> Placeholders =
    [
        "TOBEFILLEDBYOEM", "TOBEFILLEDBYO.E.M.", "TOBEFILLEDBYO.E.M", "TOBEFILLEDBYO.E.M.BYMORESTRING", "TOBEFILLED", "DEFAULTSTRING", "DEFAULT", "$(DEFAULT_STRING)", "OEMDEFAULTSTRING000",
        "SYSTEMSERIALNUMBER", "SERIALNUMBER", "SERIALNO", "SERIALNUM", "SERIAL", "CHASSISSERIALNUMBER", "BASEBOARDSERIALNUMBER", "SYSTEMPRODUCTNAME", "SYSTEMMANUFACTURER", "SYSTEMVERSION", "TYPE1PRODUCTCONFIGID",
        "NOTSPECIFIED", "UNSPECIFIED", "NOTAPPLICABLE", "NOTAVAILABLE", "NOTSET", "NOTPRESENT", "UNDEFINED", "NONE", "NULL", "N/A", "NA", "UNKNOWN", "INVALID", "EMPTY", "MISSING", "OEM", "O.E.M.", "O.E.M", "TBD", "TEST", "DUMMY", "SAMPLE",
        "NOSERIAL", "NOSERIALNUMBER", "NOSN", "NOS/N", "NOASSETTAG", "NOASSETINFORMATION", "NOPARTNUMBER", "UNBEKANNT", "KEINE", "KEINESERIENNUMMER", "OHNE", "OHNESERIENNUMMER", "FEHLT", "UNLESERLICH", "NICHTVORHANDEN", "NICHTANGEGEBEN", "SERIENNUMMER",
        "123456789", "1234567890", "0123456789", "0123456789ABCDEF", "SN1234567890", "SSN12345678901234567", "BSN12345678901234567", "ATN12345678901234567", "MB-1234567890", "ASSET-1234567890", "SERNUM0", "A1_SERNUM0",
    ];

    /// <summary>Upper case without spaces; <c>null</c> where the text cannot be a serial (empty, too long, or not printable ASCII).</summary>
    public static string? Key(string text)
    {
        Span<char> key = stackalloc char[MaxLength];
        var length = 0;
        var isChanged = false;
        foreach (var character in text)
        {
            if (character == ' ')
            {
                isChanged = true;
                continue;
            }
            if (length == MaxLength || character is < '!' or > '~')
                return null;
            isChanged |= character is >= 'a' and <= 'z';
            key[length++] = character is >= 'a' and <= 'z' ? (char)(character - 32) : character;
        }
        return length == 0 ? null : isChanged ? key[..length].ToString() : text;
    }

    /// <summary>Whether the text can be a device's serial: printable, not too long, and not what labels say where nobody wrote one.</summary>
    public static bool CanBe(string text) => Key(text) is { } key && !IsPlaceholder(key);

    /// <summary>As <see cref="CanBe"/>, for a text that an identifier already calls a serial: then it may be as short as it likes.</summary>
    public static bool CanBeNamed(string text) => Key(text) is { } key && !Placeholders.Contains(key) && (key.Length < 4 ? key.AsSpan().ContainsAnyInRange('1', '9') || key.Any(char.IsAsciiLetter) : !IsPlaceholder(key));

    /// <summary>Such a serial names no device: it matches nothing, not even itself.</summary>
    /// <param name="key">As <see cref="Key"/> gives it.</param>
    public static bool IsPlaceholder(string key) => key.Length < 4 || HasOneCharacterAtMost(key) || Placeholders.Contains(key);

    private static bool HasOneCharacterAtMost(string key)
    {
        var first = '\0';
        foreach (var character in key)
            if (char.IsAsciiLetterOrDigit(character) && first == '\0')
                first = character;
            else if (char.IsAsciiLetterOrDigit(character) && character != first)
                return false;
        return true;
    }
}
