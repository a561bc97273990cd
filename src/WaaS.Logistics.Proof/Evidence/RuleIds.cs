namespace WaaS.Logistics.Proof.Evidence;

/// <summary>The fail-closed rules that judge one evidence document.</summary>
public static class RuleIds
{
    /// <summary>The device's serial is another one, or a placeholder.</summary>
    public const string DeviceIdentity = "R4";

    /// <summary>The carrier's serial is missing, a placeholder, a bridge's or another one.</summary>
    public const string CarrierIdentity = "R6";

    /// <summary>The outcome is anything but a known, complete success.</summary>
    public const string Outcome = "R8";

    /// <summary>Something was not written, not verified, or differs.</summary>
    public const string Completeness = "R9";

    /// <summary>A hidden area is there, or might be.</summary>
    public const string HiddenArea = "R10";

    /// <summary>Sectors were remapped, or might have been; overwriting does not reach them.</summary>
    public const string RemappedSectors = "R11";

    /// <summary>What was done is not what was ordered, or achieves less than the level ordered.</summary>
    public const string Procedure = "R12";

    /// <summary>A firmware erase without the command, or without an observed change of the drive's state.</summary>
    public const string Firmware = "R13";

    /// <summary>A change of key proves nothing where not all was encrypted from the first byte, or somebody else may have the key.</summary>
    public const string Encryption = "R14";

    /// <summary>Something out of the ordinary needs a person's validation.</summary>
    public const string Exceptions = "R15";

    /// <summary>Interrupted, and not verified as a whole in one run afterwards.</summary>
    public const string Interrupted = "R16";

    /// <summary>The capacity is another one than at intake, or than the native one.</summary>
    public const string Capacity = "R17";

    /// <summary>The times cannot be.</summary>
    public const string Times = "R18";

    /// <summary>Used before, or made for another job.</summary>
    public const string Replay = "R19";

    /// <summary>Not signed by the station, or not validly.</summary>
    public const string Signature = "R20";

    /// <summary>The tool is not registered, or its approval has ended.</summary>
    public const string Tool = "R21";

    /// <summary>The signed steps of the job tell something else than the evidence.</summary>
    public const string Steps = "STEPS";

    /// <summary>This kind of carrier is recorded, but not accepted yet.</summary>
    public const string Kind = "KIND";
}
