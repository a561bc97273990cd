using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Documents.Certificate.Input;

/// <summary>What was found before the first step.</summary>
public sealed record PreState
{
    /// <summary>Evidence of encryption.</summary>
    public string? Encryption { get; init; }

    /// <summary>Security state, such as frozen or locked.</summary>
    public string? SecurityState { get; init; }

    /// <summary>Host protected area.</summary>
    public HiddenArea Hpa { get; init; }

    /// <summary>Device configuration overlay.</summary>
    public HiddenArea Dco { get; init; }

    /// <summary>Accessible max address.</summary>
    public HiddenArea Ama { get; init; }

    /// <summary>Health as the carrier reports it.</summary>
    public string? Health { get; init; }

    /// <summary>Reallocated sectors.</summary>
    public long? ReallocatedSectors { get; init; }

    /// <summary>Whether the customer confirmed that nothing on it is needed any more.</summary>
    public bool? BackupConfirmed { get; init; }
}
