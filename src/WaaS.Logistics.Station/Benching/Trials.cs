using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Station.Benching;

/// <summary>A trial that did not deal with every byte has no speed.</summary>
internal static class Trials
{
    public static OverwriteResult Complete(Target target, OverwriteResult written, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return written is { Failure: null, Cancelled: false, BadSectors.Count: 0 } && written.AcknowledgedBytes == target.Identity.SizeBytes
            ? written
            : throw new IOException($"{target.Path} took {written.AcknowledgedBytes} of {target.Identity.SizeBytes} bytes: {written.Failure ?? "bad sectors"}");
    }

    public static VerifyResult Complete(Target target, VerifyResult verified, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return verified is { Failure: null, Cancelled: false, Mismatches: 0, Unreadable.Count: 0 } && verified.VerifiedBytes == target.Identity.SizeBytes
            ? verified
            : throw new IOException($"{target.Path} gave back {verified.VerifiedBytes} of {target.Identity.SizeBytes} bytes as written: {verified.Failure ?? "differences"}");
    }
}
