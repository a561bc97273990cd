using System.Globalization;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>Overwrites one carrier and proves it, in the one order that is safe.</summary>
public sealed class Wipe
{
    private readonly WipeRequest _request;
    private readonly Target _target;
    private JournalEntry _entry;
    private string? _journalFailure;

    private Wipe(WipeRequest request)
    {
        _request = request;
        _target = request.Target;
        DateTimeOffset now = request.Clock.GetUtcNow();
        var stream = new Keystream(Keystream.NewKey(request.KeyBytes));
        _entry = new JournalEntry
        {
            Job = request.Job,
            Serial = request.Serial.Value,
            Identity = _target.Identity,
            Technique = WipeResult.OverwriteTechnique,
            Pass = 1,
            Algorithm = stream.Algorithm,
            KeyHex = stream.KeyHex,
            WatermarkBytes = 0,
            State = JournalState.Prepared,
            StartedAt = now,
            UpdatedAt = now,
        };
    }

    /// <summary>Blocks until the carrier is wiped and verified, or until it is known that it is not.</summary>
    /// <exception cref="TargetRefusedException">Nothing was written by this call.</exception>
    /// <exception cref="IOException">The journal could not be stored before the first write; nothing was written by this call.</exception>
    public static WipeResult Run(WipeRequest request, CancellationToken cancellation = default) =>
        new Wipe(request).Run(cancellation);

    private WipeResult Run(CancellationToken cancellation)
    {
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

        StoreKey();
        Tell(WipeStepKind.KeyStored, new() { ["algorithm"] = _entry.Algorithm, ["fromBytes"] = Number(_entry.WatermarkBytes) });

        _request.ConfirmOrder();
        cancellation.ThrowIfCancellationRequested();
        _target.RefuseIfUsed();
        if (!IsSameCarrier())
        {
            throw new TargetRefusedException(TargetRules.IdentityChanged, $"{_target.Path} is not the carrier it was: nothing was written.");
        }

        Tell(WipeStepKind.Confirmed, new()
        {
            ["fromBytes"] = Number(_entry.WatermarkBytes),
            ["run"] = Number(_entry.Runs),
            ["algorithm"] = _entry.Algorithm,
        });
        return Write(cancellation);
    }

    private WipeResult Write(CancellationToken cancellation)
    {
        var stream = new Keystream(Convert.FromHexString(_entry.KeyHex));
        Save(JournalState.Writing, _entry.WatermarkBytes);
        if (_journalFailure is { } unstored)
        {
            throw new IOException($"The journal cannot be stored, nothing was written: {unstored}");
        }

        OverwriteResult written = new OverwriteRun(_target, stream, _request.Options, _request.Clock)
            .Run(_entry.WatermarkBytes, mark => Save(JournalState.Writing, mark), _request.Progress, cancellation);
        bool same = IsSameCarrier();
        bool whole = written is { Failure: null, Cancelled: false };
        Save(whole ? JournalState.Written : JournalState.Writing, written.WatermarkBytes);
        Tell(WipeStepKind.Overwritten, new()
        {
            ["acknowledgedBytes"] = Number(written.AcknowledgedBytes),
            ["badSectors"] = Number(written.BadSectors.Count),
            ["failure"] = written.Failure ?? (written.Cancelled ? "stopped" : "none"),
        });

        VerifyResult? verified = whole && same ? Verify(stream, cancellation) : null;
        var result = new WipeResult
        {
            Algorithm = _entry.Algorithm,
            KeyHex = _entry.KeyHex,
            Identity = _target.Identity,
            Serial = _request.Serial,
            Observations = _target.Observations,
            Overwrite = written,
            Verification = verified,
            IdentityUnchanged = same && IsSameCarrier(),
            JournalFailure = _journalFailure,
            StartedAt = _entry.StartedAt,
            Runs = _entry.Runs,
            EndedAt = _request.Clock.GetUtcNow(),
        };
        if (!result.Failures.Contains(WipeResult.Stopped))
        {
            Save(result.Proven ? JournalState.Proven : JournalState.Failed, _entry.WatermarkBytes);
            result = result with { JournalFailure = _journalFailure };
        }

        Tell(WipeStepKind.Finished, new() { ["proven"] = result.Proven ? "yes" : "no", ["failures"] = string.Join("; ", result.Failures) });
        return result;
    }

    private VerifyResult Verify(Keystream stream, CancellationToken cancellation)
    {
        VerifyResult verified = new VerifyRun(_target, stream, _request.Options, _request.Clock).Run(_request.Progress, cancellation);
        Tell(WipeStepKind.Verified, new()
        {
            ["verifiedBytes"] = Number(verified.VerifiedBytes),
            ["mismatches"] = Number(verified.Mismatches),
            ["mediumBytesRead"] = verified.MediumBytesRead is { } read ? Number(read) : "not counted",
            ["failure"] = verified.Failure ?? (verified.Cancelled ? "stopped" : "none"),
        });
        return verified;
    }

    // The key must be durable before the first write: without it a broken-off wipe can be neither resumed nor checked.
    private void StoreKey()
    {
        if (_request.Journal.Read() is { } earlier && earlier.CanResume(_entry))
        {
            _entry = earlier with { Runs = earlier.State == JournalState.Prepared ? earlier.Runs : earlier.Runs + 1 };
            _request.Journal.Save(_entry);
            return;
        }

        _request.Journal.SetAside(_request.Clock.GetUtcNow());
        _request.Journal.Save(_entry);
    }

    private void Save(JournalState state, long watermark)
    {
        _entry = _entry with { State = state, WatermarkBytes = watermark, UpdatedAt = _request.Clock.GetUtcNow() };
        try
        {
            _request.Journal.Save(_entry);
        }
        catch (IOException failed)
        {
            // The wipe goes on, the carrier is already gone; but a run whose journal has holes is no proof.
            _journalFailure ??= failed.Message;
        }
    }

    // No answer is not the same carrier.
    private bool IsSameCarrier()
    {
        try
        {
            return _target.ReadIdentity() == _target.Identity;
        }
        catch (Exception failed) when (failed is SystemCallException or TargetRefusedException)
        {
            return false;
        }
    }

    private void Tell(WipeStepKind kind, Dictionary<string, string> facts) =>
        _request.Step(new WipeStep(kind, _request.Clock.GetUtcNow(), facts));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
