namespace WaaS.Logistics.Erasure;

/// <summary>The target must not be overwritten. Thrown before anything is written.</summary>
/// <param name="rule">Stable id of the rule, one of <see cref="TargetRules"/>.</param>
/// <param name="message">What is wrong, and what to do.</param>
public sealed class TargetRefusedException(string rule, string message) : Exception(message)
{
    /// <summary>Stable id of the rule.</summary>
    public string Rule { get; } = rule;
}

/// <summary>Ids of the reasons for which a target is refused.</summary>
public static class TargetRules
{
    /// <summary>No such name, or it cannot be opened.</summary>
    public const string Unreachable = "target.unreachable";

    /// <summary>The name is a symbolic link: it may lead elsewhere tomorrow.</summary>
    public const string SymbolicLink = "target.symbolic-link";

    /// <summary>Neither a regular file nor a block device.</summary>
    public const string NotACarrier = "target.not-a-carrier";

    /// <summary>A block device other than a loop device.</summary>
    public const string NotALoopDevice = "target.not-a-loop-device";

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
