using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.Drives;

/// <summary>One emulated drive of each kind around the same medium, with a carrier of its size opened for wiping.</summary>
internal sealed class EmulatedDrives : IDisposable
{
    public const long Size = 4 << 20;
    public const ulong Sectors = Size / 512;

    public EmulatedDrives()
    {
        Image = Bench.Image("disk.img", Size);
        Medium = new EmulatedMedium(Image);
        Device = Bench.DirectLoop(Image);
        Ata = new EmulatedAtaDrive(Medium) { VisibleSectors = Sectors, NativeSectors = Sectors, AccessibleSectors = Sectors, FactorySectors = Sectors };
        Nvme = new EmulatedNvmeDrive(Medium) { SizeBytes = Size };
        Scsi = new EmulatedScsiDrive(Medium) { OffersCrypto = true };
    }

    public Workbench Bench { get; } = new();

    public string Image { get; }

    public string Device { get; }

    public EmulatedMedium Medium { get; }

    public EmulatedAtaDrive Ata { get; }

    public EmulatedNvmeDrive Nvme { get; }

    public EmulatedScsiDrive Scsi { get; }

    public WipeJournal Journal => new(Bench.Path_("journal.json"));

    /// <summary>The other side's half of the seed; nobody there where it is null.</summary>
    public SeedNonce? Nonce { get; set; } = new(string.Concat(Enumerable.Repeat("0123456789abcdef", 4)), "the end of the erase");

    /// <summary>A recipe whose firmware erase knows this one technique.</summary>
    public static Recipe Only(string key, string technique) => Recipe.Find(key)! with
    {
        Steps = [.. Recipe.Find(key)!.Steps.Select(step => step.Kind == RecipeStepKind.FirmwareErase ? new RecipeStep(step.Kind, technique) : step)],
    };

    public DriveControl Control(string technique) => technique.Split('-')[0] switch
    {
        "ata" => DriveControl.Of(Ata),
        "nvme" => DriveControl.Of(Nvme, 1),
        "scsi" => DriveControl.Of(Scsi),
        var other => throw new ArgumentOutOfRangeException(nameof(technique), other, "No such drive."),
    };

    public WipeResult Wipe(string recipe, string technique, Func<WipeRequest, WipeRequest>? change = null, CancellationToken cancellation = default)
    {
        using Target target = Open();
        WipeRequest request = Wiping.Request(target, Bench) with
        {
            Recipe = Only(recipe, technique), Drive = Control(technique), AskEvery = TimeSpan.FromMilliseconds(1), LookSamples = static _ => 60, AskNonce = () => Nonce,
        };
        return WaaS.Logistics.Erasure.Wipe.Run(change?.Invoke(request) ?? request, cancellation);
    }

    // A program that another test starts has our descriptors until its exec; so long the device still looks held.
    private Target Open()
    {
        Target? target = null;
        SpinWait.SpinUntil(
            () =>
            {
                try
                {
                    target = Target.Open(Device);
                }
                catch (TargetRefusedException held) when (held.Rule == TargetRules.Held)
                {
                    return false;
                }

                return true;
            },
            TimeSpan.FromSeconds(10));
        return target ?? Target.Open(Device);
    }

    public byte[] Content() => ImageFile.Read(Image);

    public void Dispose() => Bench.Dispose();
}
