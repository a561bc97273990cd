namespace WaaS.Logistics.Erasure;

/// <summary>What to wipe, for whom, and whom to ask.</summary>
public sealed record WipeRequest
{
    /// <summary>The opened carrier.</summary>
    public required Target Target { get; init; }

    /// <summary>The carrier's serial, settled from label and scan.</summary>
    public required CarrierSerial Serial { get; init; }

    /// <summary>Serial the order names.</summary>
    public required string OrderedSerial { get; init; }

    /// <summary>The order's job.</summary>
    public string? Job { get; init; }

    /// <summary>Where key and progress are kept.</summary>
    public required IWipeJournal Journal { get; init; }

    /// <summary>
    /// Asked directly before the first write. Returns only when the order still stands; otherwise throws
    /// <see cref="TargetRefusedException"/> with <see cref="TargetRules.OrderHeld"/>. Not being able to ask is a refusal too.
    /// </summary>
    public required Action ConfirmOrder { get; init; }

    /// <summary>Without a recipe: overwrites with a random stream, one after the other, each with its own key, then all of it read back.</summary>
    public int Passes { get; init; } = 1;

    /// <summary>What is done, in order; null is <see cref="Passes"/> and a read-back.</summary>
    public Recipe? Recipe { get; init; }

    /// <summary>The drive behind the carrier; null when there is none, as behind a file.</summary>
    public DriveControl? Drive { get; init; }

    /// <summary>Places looked at after a firmware erase; null is everything. Marks are written and looked at in so many places where nothing was overwritten before.</summary>
    public Func<long, int?> LookSamples { get; init; } = static _ => null;

    /// <summary>
    /// Asked when the end of the drive's erase has been told: the other side's half of the seed of the samples, which nobody could have had before. Null when nobody can be asked; then all of
    /// the carrier is looked at.
    /// </summary>
    public Func<SeedNonce?> AskNonce { get; init; } = static () => null;

    /// <summary>Time between two questions to a drive that erases itself.</summary>
    public TimeSpan AskEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A drive that tells its progress and tells the same for so long is given up.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromHours(12);

    /// <summary>16 for AES-128, 32 for AES-256.</summary>
    public int KeyBytes { get; init; } = 16;

    /// <summary>How to write and read.</summary>
    public RunOptions Options { get; init; } = new();

    /// <summary>Told now and then.</summary>
    public Action<RunProgress> Progress { get; init; } = static _ => { };

    /// <summary>Told at the end of each step, in order.</summary>
    public Action<WipeStep> Step { get; init; } = static _ => { };

    /// <summary>Time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <param name="NonceHex">32 bytes, hexadecimal.</param>
/// <param name="GivenFor">What it was given for; passed on.</param>
public sealed record SeedNonce(string NonceHex, string GivenFor);
