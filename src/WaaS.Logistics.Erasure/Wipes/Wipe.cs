using System.Globalization;

namespace WaaS.Logistics.Erasure;

/// <summary>Overwrites one carrier and proves it, in the one order that is safe.</summary>
public sealed class Wipe
{
    private readonly WipeRequest _request;
    private readonly Target _target;
    private readonly WipeBook _book;

    private Wipe(WipeRequest request)
    {
        _request = request;
        _target = request.Target;
        _book = new WipeBook(request);
    }

    /// <summary>Blocks until the carrier is wiped and verified, or until it is known that it is not.</summary>
    /// <exception cref="TargetRefusedException">Nothing was written by this call.</exception>
    /// <exception cref="OperationCanceledException">Stopped before the first write.</exception>
    /// <exception cref="IOException">The journal could not be stored before the first write; nothing was written by this call.</exception>
    public static WipeResult Run(WipeRequest request, CancellationToken cancellation = default) =>
        new Wipe(request).Run(cancellation);

    private WipeResult Run(CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(_request.Passes, 1);
        _request.Serial.MustBe(_request.OrderedSerial);
        Tell(WipeStepKind.Identified, new()
        {
            ["serial"] = _request.Serial.Value,
            ["serialSource"] = _request.Serial.Source,
            ["kind"] = _target.Identity.Kind.ToString().ToLowerInvariant(),
            ["sizeBytes"] = Number(_target.Identity.SizeBytes),
            ["sectorBytes"] = Number(_target.Identity.SectorBytes),
            ["device"] = _target.Identity.Device,
            ["inode"] = _target.Identity.Inode.ToString(CultureInfo.InvariantCulture),
            ["diskSequence"] = _target.Identity.DiskSequence?.ToString(CultureInfo.InvariantCulture) ?? "none",
        });

        _book.Open();
        Tell(WipeStepKind.KeyStored, new() { ["algorithm"] = _book.Entry.Algorithm, ["pass"] = Number(_book.Entry.Pass) });

        _request.ConfirmOrder();
        cancellation.ThrowIfCancellationRequested();
        _target.RefuseIfUsed();
        _target.RefuseIfChanged();
        Tell(WipeStepKind.Confirmed, []);
        _book.Begin();
        return Write(cancellation);
    }

    private WipeResult Write(CancellationToken cancellation)
    {
        OverwriteResult written;
        bool whole, same;
        do
        {
            written = WritePass(cancellation);
            same = _target.IsUnchanged();
            whole = written is { Failure: null, Cancelled: false };
            _book.EndPass(written);
            Tell(WipeStepKind.Overwritten, new()
            {
                ["pass"] = Number(_book.Entry.Pass),
                ["acknowledgedBytes"] = Number(written.AcknowledgedBytes),
                ["badSectors"] = Number(written.BadSectors.Count),
                ["failure"] = written.Failure ?? (written.Cancelled ? "stopped" : "none"),
            });
        }
        while (whole && same && !cancellation.IsCancellationRequested && _book.NextPass());

        bool complete = whole && same && _book.IsLastPass;
        VerifyResult? verified = complete ? Verify(cancellation) : null;
        var result = new WipeResult
        {
            PassesWanted = _request.Passes,
            Passes = _book.Passes,
            Identity = _target.Identity,
            Serial = _request.Serial,
            Observations = _target.Observations,
            // Stopped between two passes is stopped.
            Overwrite = whole && !complete && cancellation.IsCancellationRequested ? written with { Cancelled = true } : written,
            Verification = verified,
            IdentityUnchanged = same && _target.IsUnchanged(),
            JournalFailure = _book.Failure,
            StartedAt = _book.StartedAt,
            EndedAt = _request.Clock.GetUtcNow(),
        };
        if (!result.Failures.Contains(WipeResult.Stopped))
        {
            _book.Close(result.Proven);
            result = result with { JournalFailure = _book.Failure };
        }

        Tell(WipeStepKind.Finished, new() { ["proven"] = result.Proven ? "yes" : "no", ["failures"] = string.Join("; ", result.Failures) });
        return result;
    }

    private OverwriteResult WritePass(CancellationToken cancellation)
    {
        JournalEntry entry = _book.Entry;
        Tell(WipeStepKind.PassStarted, new()
        {
            ["pass"] = Number(entry.Pass),
            ["fromBytes"] = Number(entry.WatermarkBytes),
            ["run"] = Number(entry.Runs),
            ["algorithm"] = entry.Algorithm,
        });
        return new OverwriteRun(_target, _book.Stream, _request.Options, _request.Clock)
            .Run(entry.WatermarkBytes, _book.Mark, _request.Progress, cancellation);
    }

    private VerifyResult Verify(CancellationToken cancellation)
    {
        VerifyResult verified = new VerifyRun(_target, _book.Stream, _request.Options, _request.Clock).Run(_request.Progress, cancellation);
        Tell(WipeStepKind.Verified, new()
        {
            ["verifiedBytes"] = Number(verified.VerifiedBytes),
            ["mismatches"] = Number(verified.Mismatches),
            ["mediumBytesRead"] = verified.MediumBytesRead is { } read ? Number(read) : "not counted",
            ["failure"] = verified.Failure ?? (verified.Cancelled ? "stopped" : "none"),
        });
        return verified;
    }

    private void Tell(WipeStepKind kind, Dictionary<string, string> facts) =>
        _request.Step(new WipeStep(kind, _request.Clock.GetUtcNow(), facts));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
