namespace WaaS.Logistics.Scanning;

/// <summary>What a code of our own names. Written in lower case inside the code.</summary>
public enum OwnCodeKind
{
    Device,
    Bin,
    Place,
    Badge,
    Parcel,
    Command,
}
