namespace WaaS.Logistics.Proof.StationContract;

/// <summary>Why a request is not taken for the station's.</summary>
public enum SignatureRefusal
{
    /// <summary>It is the station's.</summary>
    None,

    /// <summary>There is no such header, or it is not well formed.</summary>
    Malformed,

    /// <summary>No enrolled station has this key.</summary>
    UnknownKey,

    /// <summary>The station's clock is too far from the server's, or the request is an old one.</summary>
    ClockSkew,

    /// <summary>The signature does not match method, path, time, nonce and body.</summary>
    WrongSignature,
}
