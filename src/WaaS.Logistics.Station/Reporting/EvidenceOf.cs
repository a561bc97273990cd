using System.Text;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.Station.Reporting;

/// <summary>
/// Turns what the engine observed into the evidence document: facts, no level, no verdict. The key stands in it, inside the
/// command that re-checks the carrier: after the wipe it is no secret, and it is what makes the evidence checkable by others.
/// </summary>
internal sealed class EvidenceOf(Job job, Guid stationId, string operatorBadge, string? scannedSerial, CarrierLabel? label)
{
    public EvidenceDocument Build(WipeResult result) => new()
    {
        DocumentId = Guid.CreateVersion7(),
        StationId = stationId,
        OrderId = job.OrderId,
        JobId = job.JobId,
        DeviceSerial = job.DeviceSerial,
        Slot = job.Slot,
        Operator = operatorBadge,
        ProcedureKey = job.ProcedureKey,
        PolicyId = job.PolicyId,
        PolicyVersion = job.PolicyVersion,
        Tool = Tool.Identity,
        Host = HostMachine.Read(),
        Carrier = Carrier(result),
    };

    private CarrierResult Carrier(WipeResult result)
    {
        bool loop = result.Identity.Kind == TargetKind.Loop;
        int sector = SectorOf(result.Identity);
        return new CarrierResult
        {
            Kind = loop ? CarrierKind.Loop : CarrierKind.File,
            Serial = result.Serial.Value,
            SerialSource = label?.Serial is null ? SerialSource.Label : loop ? SerialSource.Loop : SerialSource.File,
            ScannedSerial = scannedSerial,
            Wwn = null,
            Vendor = label?.Manufacturer,
            Model = label?.Model,
            Firmware = null,
            Interface = loop ? CarrierInterface.Loop : CarrierInterface.File,
            MediaType = MediaType.Image,
            CapacityReportedBytes = result.Identity.SizeBytes,
            CapacityNativeBytes = null,
            SectorSizeBytes = sector,
            SectorsTotal = result.Identity.SizeBytes / sector,
            SectorsWritten = result.Passes[^1].FlushedBytes / sector,
            SectorsFailed = Failed(result, sector),
            RemappedBefore = null,
            RemappedAfter = null,
            Hpa = HiddenArea.Unknown,
            Dco = HiddenArea.Unknown,
            Ama = HiddenArea.Unknown,
            Steps = Steps(result, sector),
            Verification = Verification(result),
            StartedAt = Local(result.StartedAt),
            EndedAt = Local(result.EndedAt),
            TimeZoneKnown = ZoneIsKnown() ? TriState.Yes : TriState.Unknown,
            Outcome = result.Proven ? Outcome.Success : Outcome.Failed,
            Exceptions = [.. result.Failures.Concat(Oddities(result))],
        };
    }

    private static List<EvidenceStep> Steps(WipeResult result, int sector)
    {
        List<EvidenceStep> steps = [.. result.Passes.Select(pass => Overwrite(pass, result.Identity.SizeBytes, sector))];
        if (result.Verification is { } verified)
        {
            steps.Add(Verify(result, verified, sector));
        }

        return steps;
    }

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

    private static EvidenceStep Verify(WipeResult result, VerifyResult verified, int sector) => new()
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

    private static VerificationResult Verification(WipeResult result) => new()
    {
        Type = result.Verification is null ? VerificationType.None : VerificationType.Full,
        Percent = result.Verification is { } read && result.Identity.SizeBytes > 0 ? Percent(read.VerifiedBytes, result.Identity.SizeBytes) : 0,
        SampleSeed = null,
        SampleCount = null,
        Tool = Tool.Identity,
        Result = result.Verification is not { } verified ? VerificationOutcome.NotRun
            : Passed(result, verified) ? VerificationOutcome.Passed : VerificationOutcome.Failed,
        BlockLayerSectorsRead = result.Verification?.MediumBytesRead / 512,
    };

    private static bool Passed(WipeResult result, VerifyResult verified) =>
        verified is { Failure: null, Cancelled: false, Mismatches: 0, Unreadable.Count: 0 }
        && verified.VerifiedBytes == result.Identity.SizeBytes;

    // Rounded down: 100 means every byte.
    private static double Percent(long part, long whole) => part == whole ? 100 : Math.Floor((double)part / whole * 10_000) / 100;

    private static long Failed(WipeResult result, int sector) =>
        Sectors([.. result.Passes.SelectMany(pass => pass.BadSectors), .. result.Verification?.Unreadable ?? []], sector).Count;

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

    private static IEnumerable<string> Oddities(WipeResult result)
    {
        if (result.Verification is { Rereads: > 0 and var rereads })
        {
            yield return $"verification.reread: {rereads} blocks differed at first and were right when read again";
        }

        if (result.Observations.TryGetValue("inPlace", out string? inPlace) && inPlace == "no")
        {
            yield return $"file-system.not-in-place: {result.Observations["fileSystem"]} writes new content to new places";
        }
    }

    private static ContentHash Fingerprint(string keyHex) => ContentHash.Of(Convert.FromHexString(keyHex));

    // A file may end inside a sector; then it has no sectors but bytes.
    private static int SectorOf(TargetIdentity identity) =>
        identity.SizeBytes % identity.SectorBytes == 0 ? identity.SectorBytes : identity.SizeBytes % 512 == 0 ? 512 : 1;

    private static DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, TimeZoneInfo.Local);

    private static bool ZoneIsKnown() =>
        Environment.GetEnvironmentVariable("TZ") is { Length: > 0 } || File.Exists("/etc/localtime");
}
