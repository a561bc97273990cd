namespace WaaS.Logistics.Scanning;

/// <summary>What a candidate would be, if the reading is right.</summary>
public enum CandidateKind
{
    /// <summary>The maker's serial of a device or a data carrier.</summary>
    Serial,

    /// <summary>A number the owner put on: asset tag, GIAI.</summary>
    Asset,

    /// <summary>A code of this house.</summary>
    Own,

    /// <summary>A returnable asset (GRAI).</summary>
    ReturnableAsset,

    Imei,
    Meid,

    /// <summary>The embedded SIM's identifier.</summary>
    Eid,

    /// <summary>A SIM card's number.</summary>
    Iccid,
    Mac,

    /// <summary>World Wide Name of a drive.</summary>
    Wwn,

    /// <summary>What resets a self-encrypting drive to its factory state; a secret of the label, never a serial.</summary>
    Psid,
    Gtin,

    /// <summary>A location or party (GLN).</summary>
    Location,
    Sscc,
    Tracking,
    Model,
    PartNumber,

    /// <summary>The thing this part is built into.</summary>
    Assembly,

    /// <summary>A part inside the device, with a number of its own.</summary>
    Component,
    Lot,
    Quantity,
    Order,
    Date,
    WebAddress,
    Other,
}
