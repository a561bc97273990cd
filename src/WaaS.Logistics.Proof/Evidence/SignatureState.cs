namespace WaaS.Logistics.Proof.Evidence;

/// <summary>Result of checking the signature of evidence.</summary>
public enum SignatureState
{
    /// <summary>Nobody could check it.</summary>
    NotCheckable,

    /// <summary>There is none.</summary>
    Absent,

    /// <summary>It is not the station's: a security incident.</summary>
    Invalid,

    /// <summary>It is the enrolled station's.</summary>
    Valid,
}
