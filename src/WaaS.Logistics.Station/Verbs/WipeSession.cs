using System.Globalization;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Data;
using WaaS.Logistics.Station.InDevice;
using WaaS.Logistics.Station.Reporting;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>The wipe of one job, with its steps written down and its lease kept.</summary>
internal sealed class WipeSession(
    Speaker speaker, TimeProvider clock, JobFolder folder, ServerClient server, SigningKey key, Target target, CarrierSerial serial, Job job)
{
    public required RunOptions Options { get; init; }

    /// <summary>In the language of whoever stands before it.</summary>
    public ProgressWords Words { get; init; } = ProgressWords.English;

    public required bool Quiet { get; init; }

    public required RunBoard Board { get; init; }

    public required string? ScannedSerial { get; init; }

    public required string? DeviceSerial { get; init; }

    /// <summary>The drive behind the carrier; null when there is none.</summary>
    public required DriveControl? Drive { get; init; }

    /// <summary>Time between two questions to a drive that erases itself.</summary>
    public TimeSpan AskEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A drive that tells the same progress for so long is given up.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Where key and progress are kept: on this station's disk, unless something else is said.</summary>
    public IWipeJournal Journal { get; init; } = folder.Journal;

    /// <summary>The steps are kept in memory alone: they go ahead of the journal.</summary>
    public bool LosesSteps { get; init; }

    /// <summary>Called now and then with the steps: what else is to be sent while the wipe runs.</summary>
    public Func<CancellationToken, Task> Send { get; init; } = static _ => Task.CompletedTask;

    /// <summary>Told when the carrier is about to be changed.</summary>
    public Action Begun { get; init; } = static () => { };

    public StepBook Steps { get; } = new(folder, key, clock);

    /// <exception cref="TargetRefusedException">Nothing was written by this call; the server is told why.</exception>
    public async Task<WipeResult> RunAsync(CancellationToken cancellation)
    {
        var meter = new ProgressMeter(speaker, Words, Quiet, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var delivery = new Delivery(server, folder);
        var nonce = new SeedQuestion(server, job.JobId, delivery, Steps, speaker);
        var lease = new Lease(server, job, speaker, clock) { SendSteps = SendAsync, Temperature = TemperatureOf };
        Steps.Add(StepKinds.JobClaimed, new Dictionary<string, string> { ["slot"] = job.Slot, ["procedure"] = job.ProcedureKey });
        Task keeping = Task.CompletedTask;

        async Task SendAsync(CancellationToken token)
        {
            await delivery.SendStepsAsync(Steps.After, token).ConfigureAwait(false);
            await Send(token).ConfigureAwait(false);
        }

        try
        {
            WipeRequest request = Request(meter) with
            {
                AskNonce = () => nonce.Ask(stop.Token),
                Journal = LosesSteps ? new StepsFirst(Journal, () => TrySendStepsAsync(delivery, quiet: true).GetAwaiter().GetResult()) : Journal,
            };
            keeping = lease.KeepAsync(() => meter.Last, stop);
            return await Task.Factory
                .StartNew(() => Wipe.Run(request, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            string sentence = speaker.Line.StoppedBeforeWriting;
            Steps.Add(StepKinds.Refused, new Dictionary<string, string> { ["rule"] = TargetRules.OrderHeld, ["message"] = sentence });
            throw new TargetRefusedException(TargetRules.OrderHeld, sentence);
        }
        catch (TargetRefusedException refused)
        {
            Steps.Add(StepKinds.Refused, new Dictionary<string, string> { ["rule"] = refused.Rule, ["message"] = refused.Message });
            throw;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await keeping.ConfigureAwait(false);
            await TrySendStepsAsync(delivery).ConfigureAwait(false);
        }
    }

    // A drive in the middle of erasing itself is not to be asked.
    private double? TemperatureOf(RunProgress? progress) => target.Drive is { } drive ? DriveTemperature.Of(drive, ask: progress?.Phase is RunPhase.Overwriting or RunPhase.Verifying) : null;

    private WipeRequest Request(ProgressMeter meter)
    {
        // What cannot be looked at as ordered is not begun.
        _ = OrderedRecipe.Samples(job, target.Identity.SizeBytes);
        return new WipeRequest
        {
            Target = target,
            Serial = serial,
            OrderedSerial = OrderedRecipe.SerialOf(job, DeviceSerial, ScannedSerial),
            Job = job.JobId.ToString(),
            Journal = Journal,
            ConfirmOrder = ConfirmOrder,
            Recipe = OrderedRecipe.Of(job),
            Drive = Drive,
            KeyBytes = OrderedRecipe.KeyBytes(job),
            LookSamples = size => OrderedRecipe.Samples(job, size),
            AskEvery = AskEvery,
            StuckAfter = StuckAfter,
            Options = Options,
            Progress = progress =>
            {
                meter.Tell(progress);
                Board.Tell(progress);
            },
            Step = Note,
            Clock = clock,
        };
    }

    private void ConfirmOrder()
    {
        // On the wipe's own thread, which has nothing else to do: the next thing would be the first write.
        HoldCheckReply hold = server.AskHoldAsync(job.JobId, CancellationToken.None).GetAwaiter().GetResult();
        Steps.Add(StepKinds.HoldChecked, new Dictionary<string, string> { ["clear"] = hold.Clear ? "yes" : "no", ["reason"] = hold.Reason ?? "" });
        if (!hold.Clear)
        {
            throw new TargetRefusedException(TargetRules.OrderHeld, speaker.Line.Held(hold.Reason));
        }
    }

    private static bool BeginsToWrite(WipeStep step) => step.Kind is WipeStepKind.PassStarted or WipeStepKind.MarksStarted or WipeStepKind.EraseStarted;

    private void Note(WipeStep step)
    {
        if (BeginsToWrite(step))
        {
            Begun();
        }

        string? kind = step.Kind switch
        {
            WipeStepKind.Identified => StepKinds.CarrierIdentified,
            WipeStepKind.PassStarted => step.Facts["run"] == "1" ? StepKinds.PassStarted : StepKinds.PassResumed,
            WipeStepKind.Overwritten => StepKinds.PassEnded,
            WipeStepKind.HiddenAreasReset => StepKinds.HiddenAreasReset,
            WipeStepKind.MarksStarted => StepKinds.MarksStarted,
            WipeStepKind.EraseStarted => StepKinds.EraseStarted,
            WipeStepKind.Erased => StepKinds.EraseEnded,
            WipeStepKind.Verified => StepKinds.VerifyEnded,
            WipeStepKind.Finished => StepKinds.Finished,
            _ => null,
        };
        if (kind is null)
        {
            return;
        }

        var facts = new Dictionary<string, string>(step.Facts);
        if (BeginsToWrite(step) && Journal.Read() is { } entry)
        {
            facts["keyFingerprint"] = ContentHash.Of(Convert.FromHexString(entry.KeyHex)).ToString();
        }

        Steps.Add(kind, facts);
        bool erases = job.Steps.Any(ordered => ordered.Kind == ProcedureStepKind.FirmwareErase);
        bool readNext = erases
            ? step.Kind == WipeStepKind.Erased && step.Facts["outcome"] == "completed"
            : step.Kind == WipeStepKind.Overwritten && step.Facts["failure"] == "none" && step.Facts["pass"] == Number(job.Passes.Count);
        if (readNext)
        {
            Steps.Add(StepKinds.VerifyStarted, new Dictionary<string, string> { ["sizeBytes"] = Number(target.Identity.SizeBytes) });
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private async Task<bool> TrySendStepsAsync(Delivery delivery, bool quiet = false)
    {
        try
        {
            await delivery.SendStepsAsync(Steps.After, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (Exception away) when (away is ServerUnreachableException or ServerRefusedException)
        {
            if (!quiet)
            {
                speaker.Tell(speaker.Line.StepsWait(away.Message));
            }

            return false;
        }
    }
}
