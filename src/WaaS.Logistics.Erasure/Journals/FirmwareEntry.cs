namespace WaaS.Logistics.Erasure;

/// <summary>What must not be lost of a firmware erase: an interrupted one is gone on with, a password that was set is taken away again.</summary>
public sealed record FirmwareEntry
{
    /// <summary>The technique chosen before anything was written.</summary>
    public required string Technique { get; init; }

    /// <summary>Program runs that gave or watched the command; 0 before the first.</summary>
    public int Runs { get; init; }

    /// <summary>Seed of the places of the marks (<see cref="SamplePlan"/>); null when the whole carrier was overwritten before.</summary>
    public string? MarkSeedHex { get; init; }

    /// <summary>Random places of the marks.</summary>
    public int MarkSamples { get; init; }

    /// <summary>The marks were read back from the medium before the command.</summary>
    public bool MarksStood { get; init; }

    /// <summary>Password that is set, or about to be: stored before the drive gets it. It protects nothing.</summary>
    public string? Password { get; init; }

    /// <summary>When the first run began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How it ended; null until then.</summary>
    public FirmwareResult? Result { get; init; }

    /// <summary>This side's half of the seed of the samples, drawn when the erase had ended; null where no samples are looked at.</summary>
    public string? SeedHalfHex { get; init; }
}
