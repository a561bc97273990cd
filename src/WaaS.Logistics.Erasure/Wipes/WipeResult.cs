using System.Globalization;

namespace WaaS.Logistics.Erasure;

/// <summary>Technique and observations of one wipe. Never a level: only the server judges what they are worth.</summary>
public sealed record WipeResult
{
    /// <summary>Overwrite with a random stream and full read-back.</summary>
    public const string OverwriteTechnique = "overwrite-random-stream";

    internal const string Stopped = "stopped";

    /// <summary>How it was wiped.</summary>
    public string Technique { get; init; } = OverwriteTechnique;

    /// <summary>Passes made.</summary>
    public int Passes { get; init; } = 1;

    /// <summary>aes-128-ctr or aes-256-ctr.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Key of the stream; after the wipe it proves and opens nothing.</summary>
    public required string KeyHex { get; init; }

    /// <summary>The carrier as it was opened.</summary>
    public required TargetIdentity Identity { get; init; }

    /// <summary>The carrier's serial and who said so.</summary>
    public required CarrierSerial Serial { get; init; }

    /// <summary>What was seen while opening.</summary>
    public required IReadOnlyDictionary<string, string> Observations { get; init; }

    /// <summary>What the overwrite did.</summary>
    public required OverwriteResult Overwrite { get; init; }

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

    /// <summary>Program runs that wrote; more than 1 means resumed from the journal.</summary>
    public required int Runs { get; init; }

    /// <summary>Went on from a journal.</summary>
    public bool Resumed => Runs > 1;

    /// <summary>Every reason why this is no proof; empty when it is one.</summary>
    public IReadOnlyList<string> Failures => [.. Judge()];

    /// <summary>Everything was written, all of it was read back equal from the medium, and it was one carrier all along.</summary>
    public bool Proven => Failures.Count == 0;

    private IEnumerable<string> Judge()
    {
        long size = Identity.SizeBytes;
        if (!IdentityUnchanged)
        {
            yield return "identity.changed";
        }

        if (JournalFailure is { } journal)
        {
            yield return $"journal.failed: {journal}";
        }

        if (Overwrite.Failure is { } overwrite)
        {
            yield return $"overwrite.failed: {overwrite}";
        }

        if (Overwrite.Cancelled || Verification is { Cancelled: true })
        {
            yield return Stopped;
        }

        if (Overwrite.BadSectors.Count > 0)
        {
            yield return Text($"overwrite.bad-sectors: {Overwrite.BadSectors.Sum(fault => fault.LengthBytes)} bytes");
        }

        if (Overwrite.AcknowledgedBytes != size || Overwrite.WatermarkBytes != size)
        {
            yield return Text($"overwrite.incomplete: {Overwrite.AcknowledgedBytes} of {size} bytes");
        }

        if (Verification is not { } verified)
        {
            yield return "verification.missing";
            yield break;
        }

        if (verified.Failure is { } failure)
        {
            yield return $"verification.failed: {failure}";
        }

        if (verified.Mismatches != 0)
        {
            yield return Text($"verification.differs: {verified.Mismatches} sectors");
        }

        if (verified.Unreadable.Count > 0)
        {
            yield return Text($"verification.unreadable: {verified.Unreadable.Sum(fault => fault.LengthBytes)} bytes");
        }

        if (verified.VerifiedBytes != size)
        {
            yield return Text($"verification.incomplete: {verified.VerifiedBytes} of {size} bytes");
        }

        if (verified.MediumBytesRead < size)
        {
            yield return Text($"verification.not-from-medium: the medium delivered {verified.MediumBytesRead} of {size} bytes");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
