using System.Globalization;

namespace WaaS.Logistics.Scanning;

/// <summary>Characters as a person can read them in a message.</summary>
internal static class CharacterName
{
    private static readonly string[] Controls =
    [
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI",
        "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
    ];

    /// <summary>Of a control character, as standards abbreviate it.</summary>
    public static string Short(char control) => Controls[control];

    public static string Of(char character) => character switch
    {
        < ' ' => $"the control character {Controls[character]}",
        ' ' => "a blank",
        '\x7F' => "the control character DEL",
        > '~' => $"U+{((int)character).ToString("X4", CultureInfo.InvariantCulture)}",
        _ => $"'{character}'",
    };
}
