using System.Globalization;

namespace WaaS.Logistics.Erasure;

/// <summary>The part of a wipe in which the drive erases itself, and the look at the medium after it.</summary>
internal sealed class FirmwareStage(WipeRequest request, WipeBook book, Action<WipeStepKind, Dictionary<string, string>> tell)
{
    private (long At, double Share)? _told;
    private double _reached;

    private Target Target => request.Target;

    /// <summary>The first technique of the recipe that the drive offers and can begin now; asked before anything is written.</summary>
    /// <exception cref="TargetRefusedException">There is none.</exception>
    public static string? Choose(Recipe recipe, DriveControl? asked, string path)
    {
        if (recipe.Techniques is not { } wanted)
        {
            return null;
        }

        DriveControl drive = asked ?? throw new TargetRefusedException(
            TargetRules.NoDrive, $"Recipe {recipe.Key} wants the drive to erase itself; behind {path} is none that can be asked.");
        try
        {
            IReadOnlyList<string> offered = drive.Offers();
            return wanted.FirstOrDefault(offered.Contains) ?? throw new TargetRefusedException(
                TargetRules.NoTechnique,
                $"Recipe {recipe.Key} asks for one of {string.Join(", ", wanted)}; the drive offers {(offered.Count == 0 ? "none" : string.Join(", ", offered))}. Destroy it, or order another procedure.");
        }
        catch (IOException silent)
        {
            throw new TargetRefusedException(TargetRules.NoDrive, $"The drive behind {path} does not answer: {silent.Message}");
        }
    }

    /// <exception cref="TargetRefusedException">The drive cannot begin now; nothing was written.</exception>
    public void RefuseIfHindered(string technique)
    {
        JournalEntry? earlier = book.Resumable();
        try
        {
            if (request.Drive!.Obstacle(technique) is { } obstacle)
            {
                throw new TargetRefusedException(TargetRules.DriveHindered, $"{obstacle}; nothing was written.");
            }

            if (earlier is not { State: JournalState.Erasing } && Command(technique) is { Blocking: false } erase && erase.Ask().State == FirmwareState.Running)
            {
                throw new TargetRefusedException(TargetRules.DriveErasing, "The drive is erasing itself by a command of somebody else: wait for its end.");
            }
        }
        catch (IOException silent)
        {
            throw new TargetRefusedException(TargetRules.NoDrive, $"The drive behind {Target.Path} does not answer: {silent.Message}");
        }
    }

    /// <returns>Null when it could not even be begun; <paramref name="failure"/> says why.</returns>
    public FirmwareResult? Erase(CancellationToken cancellation, out string? failure)
    {
        failure = null;
        if (book.Entry is { State: JournalState.Erased, Firmware.Result: { } known })
        {
            // The run that saw it may have died before it could tell.
            TellEnd(known);
            return known;
        }

        try
        {
            PrepareMarks(cancellation);
            if (cancellation.IsCancellationRequested)
            {
                // Marks are a few places; the command takes all, and nobody can take it back.
                failure = WipeResult.Stopped;
                return null;
            }

            book.BeginErase();
            IFirmwareErase erase = Command(book.Entry.Firmware!.Technique);
            tell(WipeStepKind.EraseStarted, new()
            {
                ["technique"] = erase.Technique,
                ["command"] = erase.Command,
                ["run"] = Number(book.Entry.Firmware.Runs),
                ["marks"] = Number(book.Entry.Firmware.MarkSamples),
            });
            FirmwareResult result = new FirmwareRun(erase, Target.FlushBuffers, request.Clock) { AskEvery = request.AskEvery, StuckAfter = request.StuckAfter, Progress = Report }.Run(cancellation);
            book.EndErase(result);
            TellEnd(result);
            return result;
        }
        catch (IOException failed)
        {
            failure = failed.Message;
            return null;
        }
    }

    /// <summary>Nothing of what lay on the medium may be found after the erase.</summary>
    public PurgeLookResult Look(CancellationToken cancellation)
    {
        FirmwareEntry erase = book.Entry.Firmware!;
        var look = new PurgeLook(Target, book.Stream, request.Options, request.Clock);
        PurgeLookResult found = erase.MarkSeedHex is { } seed ? look.AtMarks(Convert.FromHexString(seed), erase.MarkSamples)
            // What was resumed is proven by all of it, never by samples.
            : request.LookSamples(Target.Identity.SizeBytes) is { } samples && !WasResumed(erase) && LookSeed.Of(erase.SeedHalfHex is null ? null : request.AskNonce(), erase.SeedHalfHex) is { } halves ? look.AtSamples(halves, samples)
            : look.AtAll(request.Progress, cancellation);
        tell(WipeStepKind.Verified, new()
        {
            ["lookedBytes"] = Number(found.LookedBytes),
            ["samples"] = found.Samples is { } count ? Number(count) : "all",
            ["seed"] = found.SeedHex ?? "none",
            ["stillThere"] = Number(found.StillThere),
            ["mediumBytesRead"] = found.MediumBytesRead is { } read ? Number(read) : "not counted",
            ["failure"] = found.Failure ?? (found.Cancelled ? WipeResult.Stopped : "none"),
        });
        return found;
    }

    private void TellEnd(FirmwareResult result)
    {
        Dictionary<string, string> facts = new()
        {
            ["technique"] = result.Technique,
            ["outcome"] = result.Outcome.ToString().ToLowerInvariant(),
            ["failure"] = result.Failure ?? "none",
            ["transitions"] = string.Join("; ", result.Transitions.Select(seen => $"{seen.State.ToString().ToLowerInvariant()} ({seen.Words})")),
            ["foundRunning"] = result.FoundRunning ? "yes" : "no",
        };
        if (book.Entry.Firmware?.SeedHalfHex is { } half)
        {
            // Before the other half is heard: afterwards this one could be chosen to suit.
            facts["seedCommitment"] = LookSeed.Commitment(half);
        }

        tell(WipeStepKind.Erased, facts);
    }

    private bool WasResumed(FirmwareEntry erase) => erase.Runs > 1 || book.Passes.Any(pass => pass.Runs > 1);

    // Marks that stood before a command that was cut off are not written again: the command may have taken some already.
    private void PrepareMarks(CancellationToken cancellation)
    {
        if (book.Entry.Firmware is not { MarkSeedHex: { } seed, MarksStood: false } erase)
        {
            return;
        }

        tell(WipeStepKind.MarksStarted, new() { ["seed"] = seed, ["marks"] = Number(erase.MarkSamples) });
        if (new PurgeMarks(Target, book.Stream, Convert.FromHexString(seed), erase.MarkSamples).Write(cancellation))
        {
            book.KeepErase(entry => entry with { MarksStood = true });
        }
    }

    private IFirmwareErase Command(string technique) =>
        request.Drive!.Erase(technique, password => book.KeepErase(entry => entry with { Password = password }));

    private void Report(FirmwareStatus status)
    {
        long size = Target.Identity.SizeBytes;
        // A drive at its end tells no share any more; what it told before still holds.
        _reached = status.Progress ?? _reached;
        // From the first share it told on: an erase that was found running began before.
        (long at, double first) = _told ??= (request.Clock.GetTimestamp(), _reached);
        double seconds = request.Clock.GetElapsedTime(at).TotalSeconds, speed = seconds > 0 ? Math.Max(0, _reached - first) * size / seconds : 0;
        request.Progress(new RunProgress(RunPhase.Erasing, (long)(_reached * size), size, 0, speed));
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
