using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>What is in a bay now, as far as looking shows. Null is "not known".</summary>
public sealed record BayContent
{
    /// <summary>Name of the device now; null when the bay is empty.</summary>
    public required string? Device { get; init; }

    /// <summary>The kernel's number of this insertion: the same carrier put in again has another.</summary>
    public long? Sequence { get; init; }

    /// <summary>Model.</summary>
    public string? Model { get; init; }

    /// <summary>Serial, as the carrier or the label beside its image says.</summary>
    public string? Serial { get; init; }

    /// <summary>Visible size in bytes.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Why the carrier must not be overwritten: it is not expected here; null when nothing is known against it.</summary>
    public TargetRefusedException? Against { get; init; }

    /// <summary>The drive, where it is one.</summary>
    public DriveFacts? Drive { get; init; }

    private static BayContent Empty { get; } = new() { Device = null };

    /// <summary>Looks at one bay. May wait for as long as its drive takes to answer.</summary>
    /// <param name="path">A link below /dev/disk, or a device's folder below /sys/devices.</param>
    /// <exception cref="IOException">It cannot be looked at.</exception>
    public static BayContent Look(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return FolderOf(path) is not { } folder ? Empty
            : Path.GetFileName(folder).StartsWith("loop", StringComparison.Ordinal) ? OfLoop(folder)
            : OfDrive(folder);
    }

    /// <summary>What stands there now without asking the carrier: name and insertion; null when nothing does.</summary>
    public static (string Device, long? Sequence)? Glance(string path) =>
        FolderOf(path) is { } folder && !IsBare(folder) ? (DeviceOf(folder), SequenceOf(folder)) : null;

    private static BayContent OfLoop(string folder)
    {
        string device = DeviceOf(folder);
        TargetListing? loop = TargetCatalogue.Loops().FirstOrDefault(listed => listed.Path == device);
        return loop is null ? Empty : new BayContent
        {
            Device = device,
            Sequence = SequenceOf(folder),
            Model = loop.Label?.Model,
            Serial = loop.Label?.Serial,
            SizeBytes = loop.SizeBytes,
            Against = loop.Refusal is { } refusal ? new TargetRefusedException(TargetRules.Held, refusal) : null,
        };
    }

    private static BayContent OfDrive(string folder)
    {
        if (DriveCatalogue.Of(folder) is not { } drive)
        {
            return Empty;
        }

        TargetRefusedException? against = drive.RunsTheSystem ? new(TargetRules.SystemDisk, $"{drive.Path} is a disk this machine runs from.")
            : DeviceNumber.TryParse(drive.Device, out DeviceNumber number) && SystemUse.UseOf(number) is { } use ? new(use.Rule, use.Message) : null;
        return new BayContent
        {
            Device = drive.Path, Sequence = SequenceOf(folder), Model = drive.Model, Serial = drive.Serial, SizeBytes = drive.SizeBytes, Against = against, Drive = drive,
        };
    }

    private static string? FolderOf(string path)
    {
        if (!path.StartsWith("/sys/", StringComparison.Ordinal))
        {
            return File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { Exists: true } device
                && Path.Combine("/sys/class/block", device.Name) is var named && Directory.Exists(named) ? named : null;
        }

        return Directory.EnumerateDirectories("/sys/block")
            .FirstOrDefault(link => Directory.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName is { } folder
                && (folder == path || folder.StartsWith(path + "/", StringComparison.Ordinal)));
    }

    private static bool IsBare(string folder) =>
        Path.GetFileName(folder).StartsWith("loop", StringComparison.Ordinal) && !Directory.Exists(Path.Combine(folder, "loop"));

    // Slashes in kernel names (cciss/c0d0) stand as exclamation marks in sysfs.
    private static string DeviceOf(string folder) => "/dev/" + Path.GetFileName(folder).Replace('!', '/');

    private static long? SequenceOf(string folder) =>
        Path.Combine(folder, "diskseq") is var file && File.Exists(file)
        && long.TryParse(File.ReadAllText(file).Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long sequence) ? sequence : null;
}
