namespace WaaS.Logistics.Erasure;

/// <summary>Technique and observations of one wipe. Never a level: only the server judges what they are worth.</summary>
public sealed record WipeResult
{
    /// <summary>Overwrite with a random stream and full read-back.</summary>
    public const string OverwriteTechnique = "overwrite-random-stream";

    internal const string Stopped = "stopped";

    /// <summary>What was to be done.</summary>
    public required Recipe Recipe { get; init; }

    /// <summary>How it was wiped: the firmware technique where there was one.</summary>
    public string Technique { get; init; } = OverwriteTechnique;

    /// <summary>Passes asked for.</summary>
    public required int PassesWanted { get; init; }

    /// <summary>Passes made, in order; those of earlier runs included.</summary>
    public required IReadOnlyList<OverwrittenPass> Passes { get; init; }

    /// <summary>The stream that was written last: it lies on the carrier now, or, after a firmware erase, must not.</summary>
    public required WipeKey LastKey { get; init; }

    /// <summary>aes-128-ctr or aes-256-ctr.</summary>
    public string Algorithm => LastKey.Algorithm;

    /// <summary>Key of <see cref="LastKey"/>; after the wipe it proves and opens nothing.</summary>
    public string KeyHex => LastKey.KeyHex;

    /// <summary>The carrier as it was opened.</summary>
    public required TargetIdentity Identity { get; init; }

    /// <summary>The carrier's serial and who said so.</summary>
    public required CarrierSerial Serial { get; init; }

    /// <summary>What was seen while opening.</summary>
    public required IReadOnlyDictionary<string, string> Observations { get; init; }

    /// <summary>The drive behind the carrier; null when there is none or nobody asked.</summary>
    public required DriveFacts? Drive { get; init; }

    /// <summary>What became of hidden areas; null when nobody asked.</summary>
    public required HiddenAreaReport? Hidden { get; init; }

    /// <summary>What the last pass did in this run; null when this run overwrote nothing.</summary>
    public required OverwriteResult? Overwrite { get; init; }

    /// <summary>How the firmware erase ended; null when there was none or it could not be begun.</summary>
    public required FirmwareResult? Firmware { get; init; }

    /// <summary>Program runs that gave or watched the command.</summary>
    public required int FirmwareRuns { get; init; }

    /// <summary>Why the firmware erase could not be begun; null when it could.</summary>
    public required string? FirmwareFailure { get; init; }

    /// <summary>What was found on the medium after a firmware erase; null when nobody looked.</summary>
    public required PurgeLookResult? Look { get; init; }

    /// <summary>What the read-back found; null when there was none.</summary>
    public required VerifyResult? Verification { get; init; }

    /// <summary>True when the descriptor said the same of itself at every asking.</summary>
    public required bool IdentityUnchanged { get; init; }

    /// <summary>Why the journal could not be kept; null when it was.</summary>
    public required string? JournalFailure { get; init; }

    /// <summary>Began, in the first of all runs.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Went on from a journal.</summary>
    public bool Resumed => FirmwareRuns > 1 || Passes.Any(pass => pass.Runs > 1);

    /// <summary>Every reason why this is no proof; empty when it is one.</summary>
    public IReadOnlyList<string> Failures => [.. WipeFailures.Of(this)];

    /// <summary>Every step of the recipe went well and was seen to, and it was one carrier all along.</summary>
    public bool Proven => Failures.Count == 0;
}

/// <param name="Algorithm">aes-128-ctr or aes-256-ctr.</param>
/// <param name="KeyHex">Key in hexadecimal.</param>
public sealed record WipeKey(string Algorithm, string KeyHex);
