using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using EraseState = WaaS.Logistics.Erasure.FirmwareState;

namespace WaaS.Logistics.Station.Reporting;

/// <summary>The steps of a wipe in the words of the evidence.</summary>
internal static class EvidenceSteps
{
    public static IReadOnlyList<EvidenceStep> Of(WipeResult result, int sector)
    {
        List<EvidenceStep> steps = [.. result.Passes.Select(pass => Overwrite(pass, result.Identity.SizeBytes, sector))];
        if (result.Firmware is { } erased)
        {
            steps.Add(Erase(erased, result.FirmwareRuns));
        }

        if (result.Verification is { } verified)
        {
            steps.Add(ReadBack(result, verified, sector));
        }

        if (result.Look is { } look)
        {
            steps.Add(Look(result, look, sector));
        }

        return steps;
    }

    public static VerificationResult Verification(WipeResult result)
    {
        long size = result.Identity.SizeBytes;
        long? read = result.Look?.LookedBytes ?? result.Verification?.VerifiedBytes;
        return new VerificationResult
        {
            Type = read is null ? VerificationType.None : result.Look is { Full: false } ? VerificationType.Sampled : VerificationType.Full,
            Percent = read is { } bytes && size > 0 ? Percent(bytes, size) : 0,
            SampleSeed = result.Look?.SeedHex,
            SampleCount = result.Look?.Samples,
            Tool = Tool.Identity,
            Result = read is null ? VerificationOutcome.NotRun
                : result.Verification is { } verified ? Outcome(Passed(result, verified))
                : Outcome(Passed(result, result.Look!)),
            BlockLayerSectorsRead = (result.Look is { } look ? look.MediumBytesRead : result.Verification?.MediumBytesRead) / 512,
        };

        static VerificationOutcome Outcome(bool passed) => passed ? VerificationOutcome.Passed : VerificationOutcome.Failed;
    }

    public static long Failed(WipeResult result, int sector) => Sectors(
        [.. result.Passes.SelectMany(pass => pass.BadSectors), .. result.Verification?.Unreadable ?? [], .. result.Look?.Unreadable ?? []], sector).Count;

    public static DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, TimeZoneInfo.Local);

    private static EvidenceStep Overwrite(OverwrittenPass pass, long size, int sector) => new()
    {
        Kind = StepKind.Overwrite,
        Technique = "overwrite-random",
        Pattern = OverwritePattern.Random,
        Generator = pass.Algorithm,
        KeyFingerprint = Fingerprint(pass.KeyHex),
        RecheckCommand = RecheckCommand.For(pass.Algorithm, pass.KeyHex, size),
        Pass = pass.Number,
        Runs = pass.Runs,
        StartedAt = Local(pass.StartedAt),
        EndedAt = Local(pass.EndedAt),
        Outcome = pass.Failure is null && pass.BadSectors.Count == 0 ? Outcome.Success : Outcome.Failed,
        BytesAcknowledged = pass.FlushedBytes,
        BytesVerified = null,
        Mismatches = null,
        BadSectors = Listed(pass.BadSectors, sector),
        StatusTransitions = [],
    };

    private static EvidenceStep Erase(FirmwareResult erased, int runs) => new()
    {
        Kind = erased.Technique.Contains("crypto", StringComparison.Ordinal) ? StepKind.Crypto : StepKind.Firmware,
        Technique = erased.Technique,
        Pattern = null,
        Generator = null,
        KeyFingerprint = null,
        RecheckCommand = null,
        Pass = null,
        Runs = runs,
        StartedAt = Local(erased.StartedAt),
        EndedAt = Local(erased.EndedAt),
        Outcome = erased.Outcome switch
        {
            FirmwareOutcome.Completed when erased.WasObserved => Outcome.Success,
            FirmwareOutcome.Failed or FirmwareOutcome.Refused => Outcome.Failed,
            _ => Outcome.Unknown,
        },
        BytesAcknowledged = null,
        BytesVerified = null,
        Mismatches = null,
        BadSectors = [],
        StatusTransitions = [.. erased.Transitions.Select(seen => DriveStates.Entry(Word(seen.State), Local(seen.At), seen.Words))],
        Command = erased.Command,
    };

    private static EvidenceStep ReadBack(WipeResult result, VerifyResult verified, int sector) => new()
    {
        Kind = StepKind.Verify,
        Technique = "read-back",
        Pattern = OverwritePattern.Random,
        Generator = result.Algorithm,
        KeyFingerprint = Fingerprint(result.KeyHex),
        RecheckCommand = null,
        Pass = null,
        Runs = 1,
        StartedAt = Local(verified.StartedAt),
        EndedAt = Local(verified.EndedAt),
        Outcome = verified.Cancelled ? Outcome.Aborted : Passed(result, verified) ? Outcome.Success : Outcome.Failed,
        BytesAcknowledged = null,
        BytesVerified = verified.VerifiedBytes,
        Mismatches = verified.Mismatches,
        BadSectors = Listed(verified.Unreadable, sector),
        StatusTransitions = [],
    };

    // What is compared here must differ: a mismatch is a sector that still holds what lay there before.
    private static EvidenceStep Look(WipeResult result, PurgeLookResult look, int sector) => new()
    {
        Kind = StepKind.Verify,
        Technique = "look-after-erase",
        Pattern = OverwritePattern.Random,
        Generator = result.Algorithm,
        KeyFingerprint = Fingerprint(result.KeyHex),
        RecheckCommand = look is { SeedHex: { } seed, Samples: { } samples } ? RecheckCommand.OfPlaces(seed, samples, result.Identity.SizeBytes) : null,
        Pass = null,
        Runs = 1,
        StartedAt = Local(look.StartedAt),
        EndedAt = Local(look.EndedAt),
        Outcome = look.Cancelled ? Outcome.Aborted : Passed(result, look) ? Outcome.Success : Outcome.Failed,
        BytesAcknowledged = null,
        BytesVerified = look.LookedBytes,
        Mismatches = look.StillThere,
        BadSectors = Listed(look.Unreadable, sector),
        StatusTransitions = [],
        Look = new PurgeLook
        {
            LookedFor = result.Passes.Count > 0 ? LookedFor.Stream : LookedFor.Marks,
            SeedDrawnAfter = look.Full ? TriState.Unknown : look.SeedDrawnAfter ? TriState.Yes : TriState.No,
            BlockBytes = SamplePlan.BlockBytes,
            UniformBlocks = look.Uniform,
            PlacesDigest = look.PlacesDigestHex is { } places ? ContentHash.Parse(places) : null,
            SeedFrom = look.SeedFrom is { } halves
                ? new SeedHalves { ServerNonce = halves.Nonce.NonceHex, StationHalf = halves.HalfHex, EraseEnded = ContentHash.Parse(halves.Nonce.GivenFor) } : null,
            LeftAtMost = SampleCounts.LeftAtMost(look.Samples, look.StillThere),
        },
    };

    private static string Word(EraseState state) => state switch
    {
        EraseState.Idle => DriveStates.Idle,
        EraseState.Running => DriveStates.Running,
        EraseState.Completed => DriveStates.Completed,
        EraseState.Failed => DriveStates.Failed,
        _ => DriveStates.Unknown,
    };

    private static bool Passed(WipeResult result, VerifyResult verified) =>
        verified is { Failure: null, Cancelled: false, Mismatches: 0, Unreadable.Count: 0 }
        && verified.VerifiedBytes == result.Identity.SizeBytes;

    private static bool Passed(WipeResult result, PurgeLookResult look) =>
        look is { Failure: null, Cancelled: false, StillThere: 0, Unreadable.Count: 0 }
        && look.LookedBytes == (look.Full ? result.Identity.SizeBytes : SamplePlan.Bytes(look.Samples ?? 0, result.Identity.SizeBytes));

    // Rounded down: 100 means every byte.
    private static double Percent(long part, long whole) => part == whole ? 100 : Math.Floor((double)part / whole * 1e8) / 1e6;

    // A dying carrier must still be reportable: the count is whole, the list is not.
    private static List<long> Listed(IEnumerable<SectorFault> faults, int sector) =>
        [.. Sectors(faults, sector).Take(EvidenceStep.MaximumBadSectors)];

    private static List<long> Sectors(IEnumerable<SectorFault> faults, int sector) =>
        [.. faults.SelectMany(fault => Covered(fault, sector)).Distinct().Order()];

    private static IEnumerable<long> Covered(SectorFault fault, int sector)
    {
        for (long at = fault.OffsetBytes / sector; at * sector < fault.OffsetBytes + fault.LengthBytes; at++)
        {
            yield return at;
        }
    }

    private static ContentHash Fingerprint(string keyHex) => ContentHash.Of(Convert.FromHexString(keyHex));
}
