namespace WaaS.Logistics.Scanning;

/// <summary>A symbology identifier in front of a payload: "]", a letter for the symbology, a modifier (ISO/IEC 15424).</summary>
public readonly record struct AimIdentifier
{
    private const string Symbologies = "ABCDEFGHIJKLMNOPQRSTUVXYZacdeghmopqstxz";

    private AimIdentifier(char symbology, char modifier) => (Symbology, Modifier) = (symbology, modifier);

    /// <summary>The letter; NUL where there is no identifier.</summary>
    public char Symbology { get; }

    public char Modifier { get; }

    public bool IsPresent => Symbology != '\0';

    /// <summary>Whether the symbol had FNC1 in first place, which says: GS1 element strings follow.</summary>
    public bool SaysGs1 => (Symbology, Modifier) is ('C', '1') or ('e', '0') or ('e', '1') or ('e', '2') or ('d', '2') or ('d', '5') or ('Q', '3') or ('Q', '4') or ('J', '1') or ('J', '4') or ('z', '1') or ('z', '4');

    /// <summary>EAN-13, UPC-A or UPC-E, as 13 digits.</summary>
    public bool SaysEan13 => Symbology == 'E' && Modifier == '0';

    /// <summary>EAN-13 or UPC with an add-on of two or five digits behind it.</summary>
    public bool SaysAddOn => Symbology == 'E' && Modifier == '3';

    public bool SaysEan8 => Symbology == 'E' && Modifier == '4';

    /// <summary>Interleaved 2 of 5 whose check digit the scanner has looked at and sent along.</summary>
    public bool SaysCheckedItf => Symbology == 'I' && Modifier == '1';

    /// <summary>Whether it names a symbology other than those of the retail trade, so that no EAN can be meant.</summary>
    public bool RulesOutEan => IsPresent && Symbology is not ('E' or 'e' or 'I' or 'X' or 'd' or 'Q');

    internal static AimIdentifier Read(ReadOnlySpan<char> payload) =>
        payload.Length >= 3 && payload[0] == ']' && Symbologies.Contains(payload[1]) && char.IsAsciiLetterOrDigit(payload[2]) ? new AimIdentifier(payload[1], payload[2]) : default;

    public override string ToString() => IsPresent ? $"]{Symbology}{Modifier}" : "";
}
