using System.Security.Cryptography;
using System.Text.Json.Nodes;
using WaaS.Logistics.DriveBed.UserDrives;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Verbs;
using WaaS.Logistics.Tests.Erasure.Drives;
using WaaS.Logistics.Tests.Station;

namespace WaaS.Logistics.DriveBed;

/// <param name="Procedure">Recipe.</param>
/// <param name="Technique">The one technique it may use; null for none.</param>
/// <param name="Medium">What the drive stores on.</param>
/// <param name="Level">Level ordered.</param>
internal sealed record EmulatedOrder(string Procedure, string? Technique, MediaType Medium, SanitizationLevel Level)
{
    public const long Size = 4 << 20;
    public const ulong Sectors = Size / 512;

    public static EmulatedOrder Overwriting { get; } = new("random-1-verify-full", null, MediaType.Hdd, SanitizationLevel.Clear);

    /// <summary>A SAS drive where no technique says so.</summary>
    public bool OnScsi { get; init; }

    public bool IsScsi => OnScsi || Technique?.StartsWith("scsi", StringComparison.Ordinal) == true;

    public Job Job(string serial)
    {
        Job job = StationBench.NewJob();
        bool marks = Procedure == "purge-firmware";
        return job with
        {
            CarrierSerial = serial, ProcedureKey = Procedure, RequiredLevel = Level, Medium = Medium, Passes = marks ? [] : job.Passes,
            Steps = StationBench.Steps(marks ? 0 : 1, Technique is { } technique ? [technique] : []),
            Verification = marks ? new RequiredVerification { Type = VerificationType.Sampled, Percent = 20 } : job.Verification,
        };
    }
}

/// <summary>One emulated drive with a used medium, and what the station's program says of it.</summary>
internal sealed class EmulatedOne
{
    private readonly EmulatedOrder _order;
    private string _hidden = "";

    public EmulatedOne(Bed bed, EmulatedOrder order)
    {
        _order = order;
        Image = Path.Combine(bed.Folder(), "medium");
        File.WriteAllBytes(Image, RandomNumberGenerator.GetBytes((int)EmulatedOrder.Size));
        Medium = new EmulatedMedium(Image);
        ushort rotation = (ushort)(order.Medium == MediaType.Ssd ? 1 : 7200);
        const ulong All = EmulatedOrder.Sectors;
        Ata = new EmulatedAtaDrive(Medium) { Rotation = rotation, VisibleSectors = All, NativeSectors = All, AccessibleSectors = All, FactorySectors = All };
        Scsi = new EmulatedScsiDrive(Medium) { Rotation = rotation, VisibleSectors = All, NativeSectors = All, OffersCrypto = true, GrownDefects = 0 };
        Drive = new UserDrive(order.IsScsi ? Scsi : Ata, Image);
        Hidden();
    }

    public string Image { get; }

    public EmulatedMedium Medium { get; }

    public EmulatedAtaDrive Ata { get; }

    public EmulatedScsiDrive Scsi { get; }

    public UserDrive Drive { get; }

    public ulong Shown { get; private set; }

    public static DriveSource Often { get; } = DriveSource.OfTheMachine with { AskEvery = TimeSpan.FromMilliseconds(2), StuckAfter = TimeSpan.FromMilliseconds(300) };

    /// <summary>Remembers what lies where the drive does not show it.</summary>
    public void Hidden()
    {
        Shown = Drive.Drive.VisibleSectors;
        _hidden = Beyond();
    }

    public bool HiddenIsUntouched() => _hidden == Beyond();

    /// <summary>Another order for the same drive, at the same station.</summary>
    public void OrderAgain(StationBench station, Disk disk) => station.Server.HandOut(_order.Job(disk.Serial));

    public async Task<StationBench> OrderedAsync(Disk disk)
    {
        StationBench station = await Wipes.OrderedAsync(disk.Serial);
        station.Drives = Often;
        station.Server.HandOut(_order.Job(disk.Serial));
        return station;
    }

    public async Task<JsonNode> WipeAsync(Disk disk)
    {
        await using StationBench station = await OrderedAsync(disk);
        return await WipeAsync(station, disk);
    }

    public async Task<JsonNode> WipeAsync(StationBench station, Disk disk)
    {
        byte[] before = File.ReadAllBytes(Image);
        JsonNode said = await Wipes.SayAsync(station, disk, ["--bay", "A1", "--serial", disk.Serial]);
        said["untouched"] = before.AsSpan().SequenceEqual(File.ReadAllBytes(Image));
        said["shownSectors"] = Drive.Drive.VisibleSectors;
        said["hiddenSectors"] = EmulatedOrder.Sectors - Shown;
        said["hiddenUntouched"] = HiddenIsUntouched();
        said["erasesAsked"] = Medium.Erased;
        said["security"] = Ata.Security;
        said["toldServer"] = new JsonArray([.. station.Server.Steps.Select(step => (JsonNode)step.Body.Kind)]);
        return Judged(said, station);
    }

    /// <summary>With the last evidence, and what the server's rules say of it.</summary>
    public static JsonNode Judged(JsonNode said, StationBench station)
    {
        if (station.Server.Evidence is [.., var last])
        {
            Verdict judgement = station.Server.Judgements[^1];
            said["evidence"] = JsonNode.Parse(EvidenceWriter.Write(last.Document));
            said["judgement"] = new JsonArray([.. judgement.Findings.Select(finding => (JsonNode)$"{finding.Rule} {finding.Path}")]);
            said["acceptedByRules"] = judgement.Accepted;
            said["achieved"] = LevelEngine.Achieved(last.Document.Carrier).Level.ToString();
        }

        return said;
    }

    private string Beyond() => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Image).AsSpan((int)Shown * 512)));
}
