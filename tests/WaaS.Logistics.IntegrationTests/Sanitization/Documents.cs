using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

internal static class Documents
{
    private const long Capacity = 1 << 20;

    public static DeviceReceived Arrival(string serial = "PF3K7X2A", int? expected = 1, params IReadOnlyList<CarrierSlot> slots) => new(
        Guid.CreateVersion7(), 1, Guid.CreateVersion7(), "RMA-1001", "C-77", "Stadtwerke Beispiel", "Lenovo", "ThinkPad T14", serial, "normal", "laptop", expected, slots, "SEC-01");

    /// <summary>What the station program hands in after a wipe that went well.</summary>
    public static EvidenceDocument Success(Job job, Guid stationId, DateTimeOffset now)
    {
        var (start, written, end) = (now.AddSeconds(-6), now.AddSeconds(-3), now.AddSeconds(-1));
        var steps = new List<EvidenceStep>();
        var each = (written - start) / Math.Max(1, job.Passes.Count);
        foreach (var pass in job.Passes)
            steps.Add(Step(StepKind.Overwrite, pass, start + each * (pass.Number - 1), start + each * pass.Number) with { BytesAcknowledged = Capacity, Pass = pass.Number });
        steps.Add(Step(StepKind.Verify, job.Passes.LastOrDefault() ?? new ProcedurePass { Number = 1, Pattern = OverwritePattern.Random, Generator = "aes-128-ctr" }, written, end) with { Technique = "read-back", BytesVerified = Capacity, Mismatches = 0 });
        return new EvidenceDocument
        {
            DocumentId = Guid.CreateVersion7(),
            StationId = stationId,
            OrderId = job.OrderId,
            JobId = job.JobId,
            DeviceSerial = job.DeviceSerial,
            Slot = job.Slot,
            Operator = "operator",
            ProcedureKey = job.ProcedureKey,
            RequiredLevel = job.RequiredLevel,
            PolicyId = job.PolicyId,
            PolicyVersion = job.PolicyVersion,
            Tool = Tool,
            Host = new HostIdentity { Manufacturer = null, Model = null, Serial = null, Uuid = null, AssetTag = null },
            Carrier = new CarrierResult
            {
                Kind = CarrierKind.File,
                Serial = job.CarrierSerial,
                SerialSource = SerialSource.File,
                ScannedSerial = job.CarrierSerial,
                Wwn = null,
                Vendor = null,
                Model = null,
                Firmware = null,
                Interface = CarrierInterface.File,
                MediaType = MediaType.Image,
                CapacityReportedBytes = Capacity,
                CapacityNativeBytes = null,
                SectorSizeBytes = 512,
                SectorsTotal = Capacity / 512,
                SectorsWritten = Capacity / 512,
                SectorsFailed = 0,
                RemappedBefore = null,
                RemappedAfter = null,
                Hpa = HiddenArea.Unknown,
                Dco = HiddenArea.Unknown,
                Ama = HiddenArea.Unknown,
                Steps = steps,
                Verification = new VerificationResult
                {
                    Type = VerificationType.Full,
                    Percent = 100,
                    SampleSeed = null,
                    SampleCount = null,
                    Tool = Tool,
                    Result = VerificationOutcome.Passed,
                    BlockLayerSectorsRead = null,
                },
                StartedAt = start,
                EndedAt = end,
                TimeZoneKnown = TriState.Yes,
                Outcome = Outcome.Success,
                Exceptions = [],
            },
        };
    }

    private static ToolIdentity Tool { get; } = new() { Name = "waas-station", Version = "0.1.0" };

    private static EvidenceStep Step(StepKind kind, ProcedurePass pass, DateTimeOffset start, DateTimeOffset end) => new()
    {
        Kind = kind,
        Technique = "overwrite-random",
        Pattern = pass.Pattern,
        Generator = pass.Generator,
        KeyFingerprint = ContentHash.Of([(byte)pass.Number]),
        RecheckCommand = "cmp <(openssl enc -aes-128-ctr -K ... < /dev/zero) image",
        Pass = null,
        Runs = 1,
        StartedAt = start,
        EndedAt = end,
        Outcome = Outcome.Success,
        BytesAcknowledged = null,
        BytesVerified = null,
        Mismatches = null,
        BadSectors = [],
        StatusTransitions = [],
    };
}
