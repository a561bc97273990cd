namespace WaaS.Logistics.Proof.Evidence;

/// <summary>What the drive showed before and after hidden areas were reset; null is "it did not tell".</summary>
public sealed record HiddenSectors
{
    /// <summary>Bytes shown before.</summary>
    public required long? ShownBytesBefore { get; init; }

    /// <summary>Bytes shown after.</summary>
    public required long? ShownBytesAfter { get; init; }

    /// <summary>The most it says it has.</summary>
    public required long? NativeBytes { get; init; }

    /// <summary>Commands sent to open them, hexadecimal, in order; empty when nothing was there to be opened.</summary>
    public required IReadOnlyList<string> Commands { get; init; }
}
