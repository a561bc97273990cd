using System.Globalization;

namespace WaaS.Logistics.Erasure;

/// <summary>Carries out a recipe on one carrier and proves it, in the one order that is safe.</summary>
public sealed class Wipe
{
    private readonly WipeRequest _request;
    private readonly Recipe _recipe;
    private readonly Target _target;
    private readonly string? _technique;
    private readonly WipeBook _book;
    private readonly FirmwareStage _firmware;

    private Wipe(WipeRequest request)
    {
        _request = request;
        _target = request.Target;
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Passes, 1);
        _recipe = request.Recipe ?? Recipe.Overwriting($"random-{request.Passes}-verify-full", request.Passes);
        _recipe.Check();
        _request.Serial.MustBe(_request.OrderedSerial);
        _technique = FirmwareStage.Choose(_recipe, request.Drive, _target.Path);
        _book = new WipeBook(request, _recipe, _technique);
        _firmware = new FirmwareStage(request, _book, Tell);
    }

    /// <summary>Blocks until the carrier is wiped and verified, or until it is known that it is not.</summary>
    /// <exception cref="TargetRefusedException">Nothing was written by this call.</exception>
    /// <exception cref="OperationCanceledException">Stopped before the first write.</exception>
    /// <exception cref="IOException">The journal could not be stored before the first write; nothing was written by this call.</exception>
    public static WipeResult Run(WipeRequest request, CancellationToken cancellation = default) =>
        new Wipe(request).Run(cancellation);

    /// <summary>The technique by which a wipe would let the drive erase itself; null when it would not. The drive is asked, and nothing is written.</summary>
    /// <exception cref="TargetRefusedException">It offers none that the recipe has, or does not answer.</exception>
    public static string? TechniqueOf(Recipe recipe, DriveControl? drive, string path)
    {
        recipe.Check();
        return FirmwareStage.Choose(recipe, drive, path);
    }

    private WipeResult Run(CancellationToken cancellation)
    {
        if (_technique is not null)
        {
            _firmware.RefuseIfHindered(_technique);
        }

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
        OpenHiddenAreas();
        _book.Begin();
        return Write(cancellation);
    }

    private void OpenHiddenAreas()
    {
        if (!_recipe.ResetsHiddenAreas || _request.Drive is null || _book.Entry.State is JournalState.Erasing or JournalState.Erased)
        {
            return;
        }

        HiddenAreaReport found;
        try
        {
            found = _request.Drive.ResetHidden();
        }
        catch (IOException)
        {
            found = HiddenAreaReport.Untold;
        }

        _book.KeepHidden(found);
        found = _book.Entry.Hidden!;
        Tell(WipeStepKind.HiddenAreasReset, new()
        {
            ["hpa"] = found.Hpa.ToString().ToLowerInvariant(),
            ["dco"] = found.Dco.ToString().ToLowerInvariant(),
            ["ama"] = found.Ama.ToString().ToLowerInvariant(),
            ["shownBytesBefore"] = found.ShownBytesBefore is { } before ? Number(before) : "unknown",
            ["shownBytesAfter"] = found.ShownBytesAfter is { } after ? Number(after) : "unknown",
            ["commands"] = string.Join(' ', found.Commands),
        });
        if (found.ShownBytesAfter is not { } shown || shown == _target.Identity.SizeBytes)
        {
            return;
        }

        if (!_target.Rescan(shown))
        {
            throw new TargetRefusedException(
                TargetRules.SizeChanged,
                string.Create(CultureInfo.InvariantCulture, $"The drive shows {shown} bytes, the system sees {_target.Identity.SizeBytes}: let the system look at the drive again (rescan, or plug it), then start again. Nothing was overwritten."));
        }

        _book.Grow();
        Tell(WipeStepKind.HiddenAreasReset, new() { ["rescanned"] = "yes", ["sizeBytes"] = Number(_target.Identity.SizeBytes) });
    }

    private WipeResult Write(CancellationToken cancellation)
    {
        (OverwriteResult? written, bool whole, bool same) = Overwrite(cancellation);
        bool complete = whole && same && _book.IsLastPass && !cancellation.IsCancellationRequested;
        string? failure = null;
        FirmwareResult? erased = complete && _technique is not null ? _firmware.Erase(cancellation, out failure) : null;
        bool erasedWell = erased is { Outcome: FirmwareOutcome.Completed };
        VerifyResult? verified = complete && _technique is null ? Verify(cancellation) : null;
        var result = new WipeResult
        {
            Recipe = _recipe,
            Technique = _technique ?? WipeResult.OverwriteTechnique,
            PassesWanted = _recipe.Passes,
            Passes = _book.Passes,
            LastKey = new WipeKey(_book.Entry.Algorithm, _book.Entry.KeyHex),
            Identity = _target.Identity,
            Serial = _request.Serial,
            Observations = _target.Observations,
            Drive = _request.Drive?.Facts,
            Hidden = _book.Entry.Hidden,
            // Stopped between two steps is stopped.
            Overwrite = whole && !complete && cancellation.IsCancellationRequested ? written! with { Cancelled = true } : written,
            Firmware = erased,
            FirmwareRuns = _book.Entry.Firmware?.Runs ?? 0,
            FirmwareFailure = failure,
            Look = erasedWell ? _firmware.Look(cancellation) : null,
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

    private (OverwriteResult? Written, bool Whole, bool Same) Overwrite(CancellationToken cancellation)
    {
        if (_book.Entry.HasOverwritten)
        {
            return (null, true, _target.IsUnchanged());
        }

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
                ["failure"] = written.Failure ?? (written.Cancelled ? WipeResult.Stopped : "none"),
            });
        }
        while (whole && same && !cancellation.IsCancellationRequested && _book.NextPass());

        return (written, whole, same);
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
            ["failure"] = verified.Failure ?? (verified.Cancelled ? WipeResult.Stopped : "none"),
        });
        return verified;
    }

    private void Tell(WipeStepKind kind, Dictionary<string, string> facts) =>
        _request.Step(new WipeStep(kind, _request.Clock.GetUtcNow(), facts));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
