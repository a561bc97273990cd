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

    /// <summary>Passes asked for.</summary>
    public required int PassesWanted { get; init; }

    /// <summary>Passes made, in order; those of earlier runs included.</summary>
    public required IReadOnlyList<OverwrittenPass> Passes { get; init; }

    /// <summary>aes-128-ctr or aes-256-ctr.</summary>
    public string Algorithm => Passes[^1].Algorithm;

    /// <summary>Key of the stream that lies on the carrier now; after the wipe it proves and opens nothing.</summary>
    public string KeyHex => Passes[^1].KeyHex;

    /// <summary>The carrier as it was opened.</summary>
    public required TargetIdentity Identity { get; init; }

    /// <summary>The carrier's serial and who said so.</summary>
    public required CarrierSerial Serial { get; init; }

    /// <summary>What was seen while opening.</summary>
    public required IReadOnlyDictionary<string, string> Observations { get; init; }

    /// <summary>What the last pass did in this run.</summary>
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

    /// <summary>Went on from a journal.</summary>
    public bool Resumed => Passes.Any(pass => pass.Runs > 1);

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

        if (Passes.Count != PassesWanted)
        {
            yield return Text($"overwrite.passes: {Passes.Count} of {PassesWanted}");
        }

        foreach (OverwrittenPass pass in Passes.Where(pass => pass.BadSectors.Count > 0))
        {
            yield return Text($"overwrite.bad-sectors: {pass.BadSectors.Sum(fault => fault.LengthBytes)} bytes in pass {pass.Number}");
        }

        foreach (OverwrittenPass pass in Passes.Where(pass => pass.FlushedBytes != size))
        {
            yield return Text($"overwrite.incomplete: {pass.FlushedBytes} of {size} bytes in pass {pass.Number}");
        }

        if (Overwrite.AcknowledgedBytes != size || Overwrite.WatermarkBytes != size)
        {
            yield return Text($"overwrite.unacknowledged: {Overwrite.AcknowledgedBytes} of {size} bytes");
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
