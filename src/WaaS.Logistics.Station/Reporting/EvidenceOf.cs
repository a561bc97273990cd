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
    /// <summary>What the drive said before the first step; null for files and loop devices.</summary>
    public DriveFacts? Before { get; init; }

    /// <summary>What it said after the last one; null when it said nothing any more.</summary>
    public DriveFacts? After { get; init; }

    /// <summary>The machine it was done on.</summary>
    public HostIdentity Host { get; init; } = HostMachine.Read();

    private DriveEvidence? Drive => Before is null ? null : new DriveEvidence(Before, After);

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
        RequiredLevel = job.RequiredLevel,
        PolicyId = job.PolicyId,
        PolicyVersion = job.PolicyVersion,
        Tool = Tool.Identity,
        Host = Host,
        Carrier = Carrier(result),
    };

    private CarrierResult Carrier(WipeResult result)
    {
        bool loop = result.Identity.Kind == TargetKind.Loop;
        int sector = SectorOf(result.Identity);
        return new CarrierResult
        {
            Kind = Drive is not null ? CarrierKind.Block : loop ? CarrierKind.Loop : CarrierKind.File,
            Serial = result.Serial.Value,
            SerialSource = Drive?.SerialSource ?? (label?.Serial is null ? SerialSource.Label : loop ? SerialSource.Loop : SerialSource.File),
            ScannedSerial = scannedSerial,
            Wwn = Drive?.Wwn,
            Vendor = Before?.Vendor ?? label?.Manufacturer,
            Model = Before?.Model ?? label?.Model,
            Firmware = Before?.Firmware,
            Interface = Drive?.Interface ?? (loop ? CarrierInterface.Loop : CarrierInterface.File),
            MediaType = Drive?.MediaType ?? MediaType.Image,
            CapacityReportedBytes = result.Identity.SizeBytes,
            CapacityNativeBytes = result.Hidden?.NativeBytes ?? Before?.NativeBytes,
            SectorSizeBytes = sector,
            SectorsTotal = result.Identity.SizeBytes / sector,
            SectorsWritten = result.Passes is [.., var last] ? last.FlushedBytes / sector : null,
            SectorsFailed = EvidenceSteps.Failed(result, sector),
            RemappedBefore = Before?.RemappedSectors,
            RemappedAfter = After?.RemappedSectors,
            Hpa = Hidden(result.Hidden?.Hpa, Before?.Hpa),
            Dco = Hidden(result.Hidden?.Dco, Before?.Dco),
            Ama = Hidden(result.Hidden?.Ama, Before?.Ama),
            Drive = Drive?.State(result.Observations.GetValueOrDefault("bay")),
            Hidden = Sizes(result.Hidden),
            Steps = EvidenceSteps.Of(result, sector),
            Verification = EvidenceSteps.Verification(result),
            StartedAt = EvidenceSteps.Local(result.StartedAt),
            EndedAt = EvidenceSteps.Local(result.EndedAt),
            TimeZoneKnown = ZoneIsKnown() ? TriState.Yes : TriState.Unknown,
            Outcome = result.Proven ? Outcome.Success : Outcome.Failed,
            Exceptions = [.. result.Failures.Concat(Oddities(result))],
        };
    }

    private static HiddenArea Hidden(HiddenAreaOutcome? reset, bool? seen) => reset switch
    {
        HiddenAreaOutcome.NotPresent => HiddenArea.NotPresent,
        HiddenAreaOutcome.Removed => HiddenArea.Removed,
        HiddenAreaOutcome.Present => HiddenArea.Present,
        HiddenAreaOutcome.Unknown => HiddenArea.Unknown,
        _ => DriveEvidence.Hidden(seen),
    };

    private static HiddenSectors? Sizes(HiddenAreaReport? found) => found is null ? null : new HiddenSectors
    {
        ShownBytesBefore = found.ShownBytesBefore,
        ShownBytesAfter = found.ShownBytesAfter,
        NativeBytes = found.NativeBytes,
        Commands = found.Commands,
    };

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

    // A file may end inside a sector; then it has no sectors but bytes.
    private static int SectorOf(TargetIdentity identity) =>
        identity.SizeBytes % identity.SectorBytes == 0 ? identity.SectorBytes : identity.SizeBytes % 512 == 0 ? 512 : 1;

    private static bool ZoneIsKnown() =>
        Environment.GetEnvironmentVariable("TZ") is { Length: > 0 } || File.Exists("/etc/localtime");
}
