namespace WaaS.Logistics.Proof.Records;

/// <summary>Why a chain does not hold.</summary>
public enum ChainBreak
{
    /// <summary>It holds.</summary>
    None,

    /// <summary>There is no record at all.</summary>
    Empty,

    /// <summary>A record's format is not the one this library knows.</summary>
    Format,

    /// <summary>A record is of another job.</summary>
    Job,

    /// <summary>A record is missing, doubled or out of order.</summary>
    Sequence,

    /// <summary>A record does not point to the one before: one of the two was changed or exchanged.</summary>
    Link,

    /// <summary>A record names another key than the station's.</summary>
    Key,

    /// <summary>A record's signature is not the station's: it was changed or forged.</summary>
    Signature,

    /// <summary>The last record is not the one that was promised: records at the end are missing or were exchanged.</summary>
    Head,
}
