namespace WaaS.Logistics.Erasure;

/// <summary>The target must not be overwritten. Thrown before anything is written.</summary>
/// <param name="rule">Stable id of the rule, one of <see cref="TargetRules"/>.</param>
/// <param name="message">What is wrong, and what to do.</param>
public sealed class TargetRefusedException(string rule, string message) : Exception(message)
{
    /// <summary>Stable id of the rule.</summary>
    public string Rule { get; } = rule;

    /// <summary>Everything that was found against it, the first included.</summary>
    public IReadOnlyList<TargetRefusal> All { get; private init; } = [new TargetRefusal(rule, message)];

    /// <summary>What the drive said of itself, as far as it was asked.</summary>
    public DriveFacts? Drive { get; private init; }

    /// <summary>For several reasons at once, the first of them named.</summary>
    public static TargetRefusedException For(IReadOnlyList<TargetRefusal> all, DriveFacts? drive) => new(all[0].Rule, all[0].Message) { All = all, Drive = drive };
}

/// <summary>One reason against a target.</summary>
/// <param name="Rule">Stable id, one of <see cref="TargetRules"/>.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record TargetRefusal(string Rule, string Message);

/// <summary>Ids of the reasons for which a target is refused.</summary>
public static class TargetRules
{
    /// <summary>No such name, or it cannot be opened.</summary>
    public const string Unreachable = "target.unreachable";

    /// <summary>The name is a symbolic link: it may lead elsewhere tomorrow.</summary>
    public const string SymbolicLink = "target.symbolic-link";

    /// <summary>Neither a regular file nor a block device.</summary>
    public const string NotACarrier = "target.not-a-carrier";

    /// <summary>A block device other than a loop device, on a station that has no bays.</summary>
    public const string NotALoopDevice = "target.not-a-loop-device";

    /// <summary>Not the drive in one of the station's bays.</summary>
    public const string NotInABay = "target.not-in-a-bay";

    /// <summary>The bay holds no drive, more than one, or another than was named.</summary>
    public const string Bay = "target.bay";

    /// <summary>The station's file of bays cannot be relied on.</summary>
    public const string BaysFile = "station.bays-file";

    /// <summary>A block device without hardware of its own: device mapper, RAID, memory, network.</summary>
    public const string NotADrive = "target.not-a-drive";

    /// <summary>A part of a drive: the rest would stay.</summary>
    public const string Partition = "target.partition";

    /// <summary>A member of a RAID or a volume group: the data of others may stand on it.</summary>
    public const string Member = "target.member";

    /// <summary>A removable medium that machines are started from.</summary>
    public const string BootMedium = "target.boot-medium";

    /// <summary>The station's file forbids this serial.</summary>
    public const string SerialDenied = "target.serial-denied";

    /// <summary>The drive asks for a password.</summary>
    public const string Locked = "target.locked";

    /// <summary>The machine runs from it.</summary>
    public const string SystemDisk = "target.system-disk";

    /// <summary>A file in a folder that belongs to the operating system.</summary>
    public const string SystemFolder = "target.system-folder";

    /// <summary>The file has a second name.</summary>
    public const string HardLink = "target.hard-link";

    /// <summary>Mounted, or one of its partitions is.</summary>
    public const string Mounted = "target.mounted";

    /// <summary>Used as swap space.</summary>
    public const string Swap = "target.swap";

    /// <summary>Held by another device (device mapper, RAID, LVM) or opened by another program.</summary>
    public const string Held = "target.held";

    /// <summary>A loop device stands on the file.</summary>
    public const string BehindLoop = "target.behind-loop-device";

    /// <summary>The loop device stands on a block device and not on a file.</summary>
    public const string LoopOnDevice = "target.loop-on-device";

    /// <summary>The loop device shows only a part of its file: the rest would stay.</summary>
    public const string HiddenArea = "target.hidden-area";

    /// <summary>Writing is not allowed.</summary>
    public const string ReadOnly = "target.read-only";

    /// <summary>Nothing to overwrite.</summary>
    public const string Empty = "target.empty";

    /// <summary>The carrier's serial is not known, or not one that can be relied on.</summary>
    public const string SerialUnknown = "target.serial-unknown";

    /// <summary>Another device of this machine says the same serial: another path to the drive, or another part of it.</summary>
    public const string SerialTwice = "target.serial-twice";

    /// <summary>The carrier's serial is not the order's.</summary>
    public const string SerialDiffers = "target.serial-differs";

    /// <summary>The descriptor leads to something else than before.</summary>
    public const string IdentityChanged = "target.identity-changed";

    /// <summary>A step nobody knows, or steps in an order that cannot be carried out.</summary>
    public const string RecipeUnknown = "recipe.unknown";

    /// <summary>The recipe wants the drive to erase itself, and there is none behind the carrier, or it cannot be spoken to.</summary>
    public const string NoDrive = "recipe.no-drive";

    /// <summary>The drive offers none of the recipe's techniques.</summary>
    public const string NoTechnique = "recipe.no-technique";

    /// <summary>The drive cannot begin: frozen, locked with a password that is not ours, or its erase would take more than this carrier.</summary>
    public const string DriveHindered = "drive.hindered";

    /// <summary>The drive is erasing itself by somebody else's command.</summary>
    public const string DriveErasing = "drive.erasing";

    /// <summary>A hidden area was opened, and the system still sees the old size.</summary>
    public const string SizeChanged = "target.size-changed";

    /// <summary>The order is held, withdrawn, or its state could not be asked.</summary>
    public const string OrderHeld = "order.held";
}
