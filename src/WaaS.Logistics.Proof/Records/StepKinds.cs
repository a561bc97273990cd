namespace WaaS.Logistics.Proof.Records;

/// <summary>Names of what happens during a job.</summary>
public static class StepKinds
{
    /// <summary>The station took the job.</summary>
    public const string JobClaimed = "job-claimed";

    /// <summary>The carrier was opened and its identity read.</summary>
    public const string CarrierIdentified = "carrier-identified";

    /// <summary>The server said that no hold stands against the wipe.</summary>
    public const string HoldChecked = "hold-checked";

    /// <summary>The station refused to write.</summary>
    public const string Refused = "refused";

    /// <summary>An overwrite pass began.</summary>
    public const string PassStarted = "pass-started";

    /// <summary>An overwrite pass was resumed from the journal.</summary>
    public const string PassResumed = "pass-resumed";

    /// <summary>An overwrite pass ended.</summary>
    public const string PassEnded = "pass-ended";

    /// <summary>Hidden areas were asked for, and opened or not.</summary>
    public const string HiddenAreasReset = "hidden-areas-reset";

    /// <summary>Marks are written in sampled places, where nothing is overwritten before the erase.</summary>
    public const string MarksStarted = "marks-started";

    /// <summary>The drive is told to erase itself.</summary>
    public const string EraseStarted = "erase-started";

    /// <summary>The drive has ended erasing itself, well or not.</summary>
    public const string EraseEnded = "erase-ended";

    /// <summary>Reading back began.</summary>
    public const string VerifyStarted = "verify-started";

    /// <summary>Reading back ended.</summary>
    public const string VerifyEnded = "verify-ended";

    /// <summary>The work ended; the evidence follows.</summary>
    public const string Finished = "finished";
}
