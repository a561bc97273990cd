using System.Text;
using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>
/// A stick with a name of its own that a journal may lie on: its file system bears a label, it can be taken out or is on USB, and this machine does not run from it.
/// </summary>
public sealed class NamedStick
{
    /// <summary>Rule of a refusal.</summary>
    public const string Rule = "journal.stick";

    private readonly string _disk;

    private NamedStick(string name, string folder, string disk) => (Name, Folder, _disk) = (name, folder, disk);

    /// <summary>The label of its file system.</summary>
    public string Name { get; }

    /// <summary>Where it is mounted, or the folder on it that was named.</summary>
    public string Folder { get; }

    /// <summary>Looks at a stick that is mounted.</summary>
    /// <param name="path">A folder on it, or its device, also by a link such as /dev/disk/by-label/NAME.</param>
    /// <param name="loopsToo">A loop device will do; for tests.</param>
    /// <exception cref="TargetRefusedException">It is none, or not mounted.</exception>
    public static NamedStick At(string path, bool loopsToo = false)
    {
        string full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            FileFacts folder = FileFacts.OfName(Directory.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full);
            DeviceNumber below = SystemUse.Mounts().FirstOrDefault(mount => mount.Device == folder.Device).Device;
            return below == folder.Device && !below.IsNone ? Of(full, full, below, loopsToo) : throw No($"{full} lies on no device of its own: name a folder on a mounted stick.");
        }

        DeviceNumber device = DeviceOf(full) ?? throw No($"{full} is neither a folder nor a block device: put the stick in, and name it right.");
        string? place = SystemUse.Mounts().Where(mount => mount.Device == device).Select(mount => mount.Place).FirstOrDefault();
        return Of(full, place ?? throw new StickNotMountedException($"{full} is not mounted."), device, loopsToo);
    }

    /// <summary>The journal of a carrier must not lie on that carrier.</summary>
    /// <exception cref="TargetRefusedException">It would.</exception>
    public void RefuseTarget(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (DeviceNumber.TryParse(target.Identity.Device, out DeviceNumber number) && SystemDisks.WholeDisk(number) == _disk)
        {
            throw No($"{target.Path} is the stick the journal is to lie on.");
        }
    }

    private static NamedStick Of(string path, string folder, DeviceNumber device, bool loopsToo)
    {
        string disk = SystemDisks.WholeDisk(device);
        if (SystemUse.RunsFrom(device))
        {
            throw No($"{path} lies on a disk this machine runs from.");
        }

        bool loop = device.Major == DeviceNumber.LoopMajor;
        if (DriveReading.Seen(disk) is not { } seen || !(loop ? loopsToo : seen.Removable == true || seen.Interface == DriveInterface.Usb))
        {
            throw No($"{path} lies on {Path.GetFileName(disk)}, which is no stick: it is built in.");
        }

        return LabelOf(device) is { } label ? new NamedStick(label, folder, disk) : throw No($"The stick under {path} has no name: give its file system a label (e2label, fatlabel).");
    }

    private static DeviceNumber? DeviceOf(string path)
    {
        string real = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        return File.Exists(real) && FileFacts.OfName(real) is { Kind: FileKind.BlockDevice } facts ? facts.Node : null;
    }

    // ext2 to ext4: s_volume_name; FAT: BS_VolLab, which says NO NAME where there is none.
    private static string? LabelOf(DeviceNumber device)
    {
        if (SystemDisks.FolderOf(device) is not { } folder)
        {
            return null;
        }

        using SafeFileHandle file = Libc.Open("/dev/" + Path.GetFileName(folder).Replace('!', '/'), Libc.ReadOnly | Libc.NonBlocking);
        if (FileFacts.Of(file).Node != device)
        {
            return null;
        }

        byte[] head = new byte[4096];
        int read = RandomAccess.Read(file, head, 0);
        return read < head.Length ? null
            : head[1080] == 0x53 && head[1081] == 0xEF ? Text(head, 1144, 16)
            : Text(head, 82, 5) == "FAT32" ? Text(head, 71, 11)
            : Text(head, 54, 3) == "FAT" ? Text(head, 43, 11)
            : null;
    }

    private static string? Text(byte[] raw, int at, int length) =>
        Encoding.UTF8.GetString(raw, at, length).Split('\0')[0].Trim() is { Length: > 0 } text and not "NO NAME" ? text : null;

    private static TargetRefusedException No(string what) => new(Rule, $"{what} Nothing was written.");
}

/// <summary>The stick is there and not mounted.</summary>
public sealed class StickNotMountedException(string message) : Exception(message);
