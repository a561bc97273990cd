namespace WaaS.Logistics.Scanning;

/// <summary>In whose language a payload is written.</summary>
public enum ScanStandard
{
    /// <summary>None that is known: the text itself is all there is.</summary>
    Plain,

    /// <summary>GS1 element strings, bracketed text, EAN and UPC (GS1 General Specifications).</summary>
    Gs1,

    /// <summary>A web address that carries GS1 keys (GS1 Digital Link Standard).</summary>
    DigitalLink,

    /// <summary>ANSI MH10.8.2 data identifiers, as a rule in an envelope of ISO/IEC 15434.</summary>
    Mh10,

    /// <summary>The way a maker writes serials, or a number of the trade such as an IMEI or a MAC address.</summary>
    Vendor,

    /// <summary>A carrier's tracking number.</summary>
    Tracking,

    /// <summary>A code of this house.</summary>
    Own,
}
