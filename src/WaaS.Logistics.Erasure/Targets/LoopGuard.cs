using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>Opens a loop device for overwriting, or refuses.</summary>
internal static class LoopGuard
{
    public static OpenedTarget Open(string path, FileFacts named)
    {
        RefuseUsed(named.Node);
        SafeFileHandle file = OpenExclusive(path);
        try
        {
            FileFacts facts = FileFacts.Of(file);
            if (facts.Kind != FileKind.BlockDevice || facts.Node != named.Node)
            {
                throw new TargetRefusedException(TargetRules.IdentityChanged, $"{path} was replaced while it was opened.");
            }

            FileGuard.Lock(path, file);
            if (BlockDevice.IsReadOnly(file))
            {
                throw new TargetRefusedException(TargetRules.ReadOnly, $"{path} is read-only.");
            }

            (string backing, LoopStatus status) = CheckBacking(path, facts.Node, file);
            RefuseUsed(named.Node);
            return new OpenedTarget(file, true, Observe(file, backing, status)) { BackingPath = backing, Device = facts.Node };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public static TargetIdentity Identify(SafeFileHandle file)
    {
        FileFacts facts = FileFacts.Of(file);
        LoopStatus status = LoopStatus.Of(file)
            ?? throw new TargetRefusedException(TargetRules.IdentityChanged, $"Loop device {facts.Node} has nothing behind it any more.");
        return new TargetIdentity(
            TargetKind.Loop, facts.Node.ToString(), status.BackingInode, status.BackingDevice.ToString(),
            BlockDevice.SizeOf(file), BlockDevice.SectorOf(file), BlockDevice.SequenceOf(file), null);
    }

    public static void RefuseUsed(DeviceNumber device)
    {
        if (SystemUse.UseOf(device) is { } use)
        {
            throw new TargetRefusedException(use.Rule, use.Message);
        }
    }

    private static SafeFileHandle OpenExclusive(string path)
    {
        try
        {
            return Libc.Open(path, Libc.ReadWrite | Libc.Exclusive | Libc.Direct | Libc.NoFollow);
        }
        catch (SystemCallException refused)
        {
            throw refused.Error switch
            {
                Errno.Busy => new TargetRefusedException(TargetRules.Held, $"{path} is mounted or held by another program."),
                Errno.AccessDenied or Errno.NotPermitted or Errno.ReadOnlyFileSystem =>
                    new TargetRefusedException(TargetRules.ReadOnly, $"{path} cannot be opened for writing ({refused.Error.Word()})."),
                _ => new TargetRefusedException(TargetRules.Unreachable, refused.Message),
            };
        }
    }

    private static (string Backing, LoopStatus Status) CheckBacking(string path, DeviceNumber device, SafeFileHandle file)
    {
        LoopStatus status = LoopStatus.Of(file)
            ?? throw new TargetRefusedException(TargetRules.Empty, $"{path} has no file behind it.");
        if (!status.BackingNode.IsNone)
        {
            throw new TargetRefusedException(
                TargetRules.LoopOnDevice, $"{path} stands on block device {status.BackingNode}: a loop device must not be a way around the rules.");
        }

        (string backing, FileFacts facts) = LoopDevices.BackingFile(device, status)
            ?? throw new TargetRefusedException(
                TargetRules.Unreachable, $"The file behind {path} cannot be found by name; it may have been deleted.");
        if (facts.Links != 1)
        {
            throw new TargetRefusedException(
                TargetRules.HardLink, $"{backing} behind {path} has {facts.Links} names: remove the others, they would be overwritten too.");
        }

        if (SystemUse.IsSystemFolder(backing))
        {
            throw new TargetRefusedException(TargetRules.SystemFolder, $"{backing} behind {path} lies in a folder of the operating system.");
        }

        long visible = BlockDevice.SizeOf(file);
        if (status.Offset != 0 || visible != facts.Size)
        {
            throw new TargetRefusedException(
                TargetRules.HiddenArea, $"{path} shows {visible} bytes from byte {status.Offset} of {backing} with {facts.Size}: the rest would stay. Attach all of it.");
        }

        return (backing, status);
    }

    private static Dictionary<string, string> Observe(SafeFileHandle file, string backing, LoopStatus status)
    {
        bool direct = status.Flags.HasFlag(LoopFlags.DirectIo);
        using SafeFileHandle behind = Libc.Open(backing, Libc.ReadOnly | Libc.NoFollow | Libc.NonBlocking);
        string fileSystem = FileSystems.NameOf(behind);
        return new Dictionary<string, string>
        {
            ["io"] = "direct",
            ["backingFile"] = backing,
            ["backingIo"] = direct ? "direct" : "buffered, dropped from the cache before verification",
            ["fileSystem"] = fileSystem,
            ["inPlace"] = FileSystems.InPlace(fileSystem),
            ["sectorBytes"] = BlockDevice.SectorOf(file).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
