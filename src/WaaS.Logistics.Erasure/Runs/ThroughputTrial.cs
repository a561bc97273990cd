namespace WaaS.Logistics.Erasure;

/// <summary>
/// Overwrites a carrier and reads it back with the very code of a wipe, to measure it. There is no order and no journal: it
/// destroys what is there and proves nothing about a wipe.
/// </summary>
/// <param name="target">The opened carrier; everything on it is lost.</param>
/// <param name="options">How to write and read.</param>
/// <param name="clock">Time.</param>
public sealed class ThroughputTrial(Target target, RunOptions options, TimeProvider clock)
{
    private Keystream _stream = new(Keystream.NewKey());

    /// <summary>Writes all of it with a new key and flushes it.</summary>
    /// <exception cref="TargetRefusedException">It is in use, or no longer the carrier it was; nothing was written by this call.</exception>
    public OverwriteResult Write(CancellationToken cancellation)
    {
        target.RefuseIfUsed();
        target.RefuseIfChanged();
        _stream = new Keystream(Keystream.NewKey());
        return new OverwriteRun(target, _stream, options, clock).Run(0, static _ => { }, static _ => { }, cancellation);
    }

    /// <summary>Reads all of it from the medium and compares it with what <see cref="Write"/> wrote.</summary>
    public VerifyResult Verify(CancellationToken cancellation) =>
        new VerifyRun(target, _stream, options, clock).Run(static _ => { }, cancellation);
}
