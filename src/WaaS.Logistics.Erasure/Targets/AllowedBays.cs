using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>
/// The drives a station may touch: those in its bays. A drive that is in none is never overwritten, whoever asks. Bays are read
/// again from sysfs at every question, because drives come and go.
/// </summary>
public sealed class AllowedBays
{
    private readonly HashSet<string> _denied;

    internal AllowedBays(IReadOnlyList<Bay> bays, IEnumerable<string> deniedSerials)
    {
        Bays = bays;
        _denied = new(deniedSerials.Select(serial => serial.Trim()), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>No bays: only files and loop devices.</summary>
    public static AllowedBays None { get; } = new([], []);

    /// <summary>The bays, in the file's order.</summary>
    public IReadOnlyList<Bay> Bays { get; }

    /// <summary>Serials of drives that an erase of this station, cut off, may have left locked with its own password.</summary>
    internal Func<string, bool> LeftLocked { get; private init; } = static _ => false;

    /// <summary>Such a drive is unlocked when it is opened.</summary>
    internal bool Unlocks { get; private init; }

    /// <summary>For fault injection by the device mapper, in tests only.</summary>
    internal bool Stacked { get; init; }

    /// <summary>Reads a station's file; <see cref="None"/> when there is none.</summary>
    /// <exception cref="TargetRefusedException">There is one that cannot be relied on.</exception>
    public static AllowedBays Read(string path) => BaysFile.Read(path);

    /// <summary>The same bays, with what the station knows of drives it left locked.</summary>
    /// <param name="leftLocked">True for the serial of a drive whose password is the station's own.</param>
    /// <param name="unlock">Take that password away when the drive is opened, and do not only say so.</param>
    public AllowedBays Knowing(Func<string, bool> leftLocked, bool unlock) => new(Bays, _denied) { Stacked = Stacked, LeftLocked = leftLocked, Unlocks = unlock };

    /// <summary>Path of the drive in a bay now.</summary>
    /// <exception cref="TargetRefusedException">No such bay, nothing in it, or more than one drive.</exception>
    public string DriveIn(string label)
    {
        Bay bay = Bays.FirstOrDefault(bay => string.Equals(bay.Label, label, StringComparison.OrdinalIgnoreCase))
            ?? throw new TargetRefusedException(TargetRules.Bay, Bays.Count == 0
                ? $"There is no bay '{label}': this station has no bays."
                : $"There is no bay '{label}': this station has {string.Join(", ", Bays.Select(bay => bay.Label))}.");
        return FoldersOf(bay) switch
        {
            [] => throw new TargetRefusedException(TargetRules.Bay, $"Bay {bay.Label} is empty, or its path {bay.Path} is wrong."),
            [var only] => "/dev/" + Path.GetFileName(only).Replace('!', '/'),
            var several => throw new TargetRefusedException(
                TargetRules.Bay, $"Bay {bay.Label} holds {several.Count} drives ({string.Join(", ", several.Select(Path.GetFileName))}): one bay is one drive."),
        };
    }

    /// <summary>Label of the bay that holds this device; null when none does.</summary>
    /// <param name="device">Major:minor.</param>
    public string? LabelOf(string device) => DeviceNumber.TryParse(device, out DeviceNumber number) ? Holding(number)?.Label : null;

    internal Bay? Holding(DeviceNumber device) => SystemDisks.FolderOf(device) is not { } folder
        ? null
        : Bays.FirstOrDefault(bay => FoldersOf(bay) is [var only] && only == folder);

    internal bool Denies(string serial) => _denied.Contains(serial);

    private static List<string> FoldersOf(Bay bay)
    {
        if (!bay.Path.StartsWith("/sys/", StringComparison.Ordinal))
        {
            return File.Exists(bay.Path) && File.ResolveLinkTarget(bay.Path, returnFinalTarget: true) is { Exists: true } device
                && SystemDisks.FolderOf(FileFacts.OfName(device.FullName).Node) is { } folder ? [folder] : [];
        }

        return [.. Directory.EnumerateDirectories("/sys/block")
            .Select(link => Directory.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName)
            .OfType<string>()
            .Where(folder => folder == bay.Path || folder.StartsWith(bay.Path + "/", StringComparison.Ordinal))];
    }
}

/// <summary>A place at the bench where one carrier to be wiped is put in.</summary>
/// <param name="Label">What is written on it.</param>
/// <param name="Path">A name that stays with the place: below /dev/disk/by-path, or a device's folder below /sys/devices.</param>
public sealed record Bay(string Label, string Path);
