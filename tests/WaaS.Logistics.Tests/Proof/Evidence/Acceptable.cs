using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using SamplePlan = WaaS.Logistics.Erasure.SamplePlan;

namespace WaaS.Logistics.Tests.Proof.Evidence;

/// <summary>Evidence nothing speaks against, and what the server expects of it: the starting point that each test makes worse.</summary>
internal static class Acceptable
{
    public static readonly DateTimeOffset Begin = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1));
    public static readonly ContentHash Key = ContentHash.Of("a key"u8);
    /// <summary>Of what the seed of samples is made that were drawn after an erase.</summary>
    public static readonly SeedHalves Halves = new() { ServerNonce = string.Concat(Enumerable.Repeat("0123456789abcdef", 4)), StationHalf = string.Concat(Enumerable.Repeat("fedcba98", 4)), EraseEnded = ContentHash.Of("the end of the erase"u8) };
    public static readonly string Seed = string.Concat(Enumerable.Repeat("5eed", 8));
    private const long Capacity = 64L * 1024 * 1024;
    private const int Sector = 512;
    private static readonly long[] Marks = SamplePlan.Offsets(Convert.FromHexString(Seed), 1000, Capacity), Samples = SamplePlan.Offsets(Convert.FromHexString(Halves.Seed()!), 820, Capacity);

    public static readonly ToolIdentity Tool = new() { Name = "waas-station", Version = "0.1.0" };

    public static readonly EvidenceDocument Document = new()
    {
        DocumentId = Guid.Parse("6f1d8a52-52f5-4a9b-8f2e-0d5a0d4c6b01"), StationId = Guid.Parse("6f1d8a52-52f5-4a9b-8f2e-0d5a0d4c6b02"),
        OrderId = Guid.Parse("6f1d8a52-52f5-4a9b-8f2e-0d5a0d4c6b03"), JobId = Guid.Parse("6f1d8a52-52f5-4a9b-8f2e-0d5a0d4c6b04"),
        DeviceSerial = "PF2ABCDE", Slot = "1", Operator = "op-7", ProcedureKey = "random-1-verify-full", PolicyId = "standard", PolicyVersion = 2,
        Tool = Tool, Host = new HostIdentity { Manufacturer = "Supermicro", Model = "X11", Serial = "S1234567", Uuid = null, AssetTag = null },
        Carrier = new CarrierResult
        {
            Kind = CarrierKind.Loop, Serial = "S4EVNX0M123456", SerialSource = SerialSource.Loop, ScannedSerial = "S4EVNX0M123456",
            Wwn = null, Vendor = null, Model = "disk image", Firmware = null, Interface = CarrierInterface.Loop, MediaType = MediaType.Image,
            CapacityReportedBytes = Capacity, CapacityNativeBytes = null, SectorSizeBytes = Sector, SectorsTotal = Capacity / Sector, SectorsWritten = Capacity / Sector, SectorsFailed = 0,
            RemappedBefore = null, RemappedAfter = null, Hpa = HiddenArea.Unknown, Dco = HiddenArea.Unknown, Ama = HiddenArea.Unknown,
            Steps =
            [
                new EvidenceStep
                {
                    Kind = StepKind.Overwrite, Technique = "overwrite-random", Pattern = OverwritePattern.Random, Generator = "aes-128-ctr", KeyFingerprint = Key,
                    RecheckCommand = "cmp <(openssl enc -aes-128-ctr -K 00 -iv 0 -in /dev/zero) CARRIER", Pass = 1, Runs = 1, StartedAt = Begin.AddSeconds(1), EndedAt = Begin.AddSeconds(2),
                    Outcome = Outcome.Success, BytesAcknowledged = Capacity, BytesVerified = null, Mismatches = null, BadSectors = [], StatusTransitions = [],
                },
                new EvidenceStep
                {
                    Kind = StepKind.Verify, Technique = "read-back", Pattern = OverwritePattern.Random, Generator = "aes-128-ctr", KeyFingerprint = Key,
                    RecheckCommand = null, Pass = null, Runs = 1, StartedAt = Begin.AddSeconds(2), EndedAt = Begin.AddSeconds(3),
                    Outcome = Outcome.Success, BytesAcknowledged = null, BytesVerified = Capacity, Mismatches = 0, BadSectors = [], StatusTransitions = [],
                },
            ],
            Verification = new VerificationResult { Type = VerificationType.Full, Percent = 100, SampleSeed = null, SampleCount = null, Tool = Tool, Result = VerificationOutcome.Passed, BlockLayerSectorsRead = Capacity / 512 },
            StartedAt = Begin, EndedAt = Begin.AddSeconds(4), TimeZoneKnown = TriState.Yes, Outcome = Outcome.Success, Exceptions = [],
        },
    };

    public static readonly EvidenceExpectation Expectation = new()
    {
        OrderId = Document.OrderId, JobId = Document.JobId, StationId = Document.StationId, DeviceSerial = "PF2ABCDE", CarrierSerial = "S4EVNX0M123456", Slot = "1",
        CapacityAtIntakeBytes = Capacity, ProcedureKey = "random-1-verify-full", Passes = [new ProcedurePass { Number = 1, Pattern = OverwritePattern.Random, Generator = "aes-128-ctr" }],
        Verification = new RequiredVerification { Type = VerificationType.Full, Percent = 100 }, PolicyId = "standard", PolicyVersion = 2,
        NotBefore = Begin.AddMinutes(-5), ReceivedAt = Begin.AddMinutes(1), Hash = ContentHash.Of(EvidenceWriter.Write(Document)), Signature = SignatureState.Valid,
        ConsumedDocumentIds = new HashSet<Guid> { Guid.Parse("6f1d8a52-52f5-4a9b-8f2e-0d5a0d4c6bff") }, ConsumedHashes = new HashSet<ContentHash> { ContentHash.Of("another"u8) },
        Seed = null,
        Tools = [new ToolApproval { Name = Tool.Name, Version = Tool.Version, ApprovedUntil = Begin.AddYears(1), JournalledResume = true }],
    };

    public static readonly DriveState State = new()
    {
        Bay = "A1", Eui64 = null, Nguid = null, PhysicalSectorBytes = 4096, Rotational = TriState.Yes, Removable = TriState.No, WriteCache = TriState.Yes, Healthy = TriState.Yes,
        SecuritySupported = TriState.Yes, SecurityEnabled = TriState.No, SecurityFrozen = TriState.Unknown,
    };

    /// <summary>A real drive nothing speaks against.</summary>
    public static readonly EvidenceDocument Drive = Document with
    {
        Carrier = Document.Carrier with
        {
            Kind = CarrierKind.Block, SerialSource = SerialSource.Drive, Interface = CarrierInterface.Ata, MediaType = MediaType.Hdd, CapacityNativeBytes = Capacity, Wwn = "5002538e40123456",
            RemappedBefore = 0, RemappedAfter = 0, Hpa = HiddenArea.NotPresent, Dco = HiddenArea.Removed, Ama = HiddenArea.NotPresent, Drive = State,
        },
    };

    public static readonly EvidenceExpectation DriveExpectation = Expectation with { AcceptedKinds = new HashSet<CarrierKind> { CarrierKind.Block } };

    /// <summary>An SSD overwritten, erased by its own command and looked at as a whole: purge.</summary>
    public static readonly EvidenceDocument Erased = Drive with
    {
        ProcedureKey = "bsi-gs", RequiredLevel = SanitizationLevel.Purge,
        Carrier = Drive.Carrier with
        {
            MediaType = MediaType.Ssd, RemappedAfter = 12,
            Hidden = new HiddenSectors { ShownBytesBefore = Capacity / 2, ShownBytesAfter = Capacity, NativeBytes = Capacity, Commands = ["b1c0"] },
            Steps =
            [
                Drive.Carrier.Steps[0],
                new EvidenceStep
                {
                    Kind = StepKind.Firmware, Technique = "ata-sanitize-block-erase", Pattern = null, Generator = null, KeyFingerprint = null, RecheckCommand = null, Pass = null, Runs = 1,
                    StartedAt = Begin.AddSeconds(2), EndedAt = Begin.AddSeconds(2.5), Outcome = Outcome.Success, BytesAcknowledged = null, BytesVerified = null, Mismatches = null, BadSectors = [],
                    StatusTransitions = [DriveStates.Entry(DriveStates.Idle, Begin, "count 0000"), DriveStates.Entry(DriveStates.Running, Begin, "count 4000"), DriveStates.Entry(DriveStates.Completed, Begin, "count 8000")],
                    Command = CommandOf("ata-sanitize-block-erase"),
                },
                Drive.Carrier.Steps[1] with
                {
                    Technique = "look-after-erase", StartedAt = Begin.AddSeconds(2.5), Mismatches = 0,
                    Look = new PurgeLook { LookedFor = LookedFor.Stream, SeedDrawnAfter = TriState.Unknown, BlockBytes = 4096, UniformBlocks = 5, LeftAtMost = 0 },
                },
            ],
        },
    };

    public static readonly EvidenceExpectation ErasedExpectation = DriveExpectation with
    {
        ProcedureKey = "bsi-gs", Techniques = ["nvme-sanitize-block-erase", "ata-sanitize-block-erase"], RequiredLevel = SanitizationLevel.Purge, Medium = MediaType.Ssd,
    };

    /// <summary>An SSD that was not overwritten: marks were written in 1000 places and at both ends, and all of them are gone.</summary>
    public static readonly EvidenceDocument Marked = Erased with
    {
        ProcedureKey = "purge-firmware",
        Carrier = Erased.Carrier with
        {
            SectorsWritten = null,
            Steps =
            [
                Erased.Carrier.Steps[1],
                Erased.Carrier.Steps[2] with { BytesVerified = Marks.Length * 4096, Look = Erased.Carrier.Steps[2].Look! with { LookedFor = LookedFor.Marks, SeedDrawnAfter = TriState.No, PlacesDigest = SamplePlaces.Digest(Marks), LeftAtMost = SampleCounts.LeftAtMost(Marks.Length, 0) } },
            ],
            Verification = Erased.Carrier.Verification with { Type = VerificationType.Sampled, Percent = 6, SampleSeed = Seed, SampleCount = Marks.Length, BlockLayerSectorsRead = Marks.Length * 8 },
        },
    };

    public static readonly EvidenceExpectation MarkedExpectation = ErasedExpectation with
    {
        ProcedureKey = "purge-firmware", Passes = [], Verification = new RequiredVerification { Type = VerificationType.Sampled, Percent = 0, Samples = 1000 },
    };

    /// <summary>An SSD overwritten and erased, and looked at in 820 places drawn after it and at both ends (822 in all).</summary>
    public static readonly EvidenceDocument Sampled = Erased with
    {
        Carrier = Erased.Carrier with
        {
            Steps =
            [
                Erased.Carrier.Steps[0], Erased.Carrier.Steps[1],
                Erased.Carrier.Steps[2] with { BytesVerified = Samples.Length * 4096, Look = Erased.Carrier.Steps[2].Look! with { SeedDrawnAfter = TriState.Yes, SeedFrom = Halves, PlacesDigest = SamplePlaces.Digest(Samples), LeftAtMost = SampleCounts.LeftAtMost(Samples.Length, 0) } },
            ],
            Verification = Erased.Carrier.Verification with { Type = VerificationType.Sampled, Percent = 5, SampleSeed = Halves.Seed(), SampleCount = Samples.Length, BlockLayerSectorsRead = Samples.Length * 8 },
        },
    };

    public static readonly EvidenceExpectation SampledExpectation = ErasedExpectation with { Seed = new GivenNonce { Nonce = Halves.ServerNonce, EraseEnded = Halves.EraseEnded, Commitment = Halves.Commitment() }, Verification = new RequiredVerification { Type = VerificationType.Sampled, Percent = 5 } };

    /// <summary>A command of a technique as the station records it.</summary>
    public static string CommandOf(string technique) => technique switch
    {
        "ata-sanitize-block-erase" => "8507200012000042720045006b40b400",
        "ata-sanitize-crypto-scramble" => "8507200011000043700079007240b400",
        "ata-sanitize-overwrite" => "850720001400010000570000004fb400",
        "ata-security-erase" or "ata-security-erase-enhanced" => "850a2600000001000000000000" + "40f400",
        "scsi-sanitize-overwrite" => "48810000000000000800",
        "scsi-sanitize-block-erase" => "48820000000000000000",
        "scsi-sanitize-crypto-erase" => "48830000000000000000",
        "nvme-sanitize-block-erase" => "opcode 84 cdw10 00000002 cdw11 00000000",
        "nvme-sanitize-overwrite" => "opcode 84 cdw10 00000013 cdw11 00000000",
        "nvme-sanitize-crypto-erase" => "opcode 84 cdw10 00000004 cdw11 00000000",
        "nvme-format-user-data-erase" => "opcode 80 nsid 00000001 cdw10 00000200",
        "nvme-format-crypto-erase" => "opcode 80 nsid 00000001 cdw10 00000400",
        _ => throw new ArgumentOutOfRangeException(nameof(technique), technique, "No such technique."),
    };

    public static EvidenceDocument With(Func<CarrierResult, CarrierResult> change, EvidenceDocument? of = null)
    {
        var document = of ?? Document;
        return document with { Carrier = change(document.Carrier) };
    }

    public static EvidenceDocument WithStep(int at, Func<EvidenceStep, EvidenceStep> change, EvidenceDocument? of = null) =>
        With(c => c with { Steps = [.. c.Steps.Select((s, i) => i == at ? change(s) : s)] }, of);

    public static EvidenceDocument WithVerification(Func<VerificationResult, VerificationResult> change) => With(c => c with { Verification = change(c.Verification) });
}
