using System.Globalization;
using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>Opens a drive for overwriting, or refuses with every reason it can see.</summary>
internal static class DriveGuard
{
    public static OpenedTarget Open(string path, FileFacts named, AllowedBays bays)
    {
        // Asked of the system first: a drive that must not be touched is not opened for writing to find out more.
        List<TargetRefusal> against = [.. DriveUse.Against(path, named.Node, bays)];
        if (against.Count > 0)
        {
            DriveAnswer looked = Look(path, named.Node, bays);
            throw TargetRefusedException.For([.. against, .. looked.Against], looked.Drive);
        }

        SafeFileHandle file = OpenExclusive(path);
        try
        {
            FileFacts facts = FileFacts.Of(file);
            if (facts.Kind != FileKind.BlockDevice || facts.Node != named.Node)
            {
                throw new TargetRefusedException(TargetRules.IdentityChanged, $"{path} was replaced while it was opened.");
            }

            FileGuard.Lock(path, file);
            DriveAnswer answer = Unlocked(path, facts.Node, file, bays);
            against = [.. answer.Against, .. DriveUse.Against(path, facts.Node, bays)];
            return against.Count > 0
                ? throw TargetRefusedException.For(against, answer.Drive)
                : new OpenedTarget(file, true, Observe(facts.Node, answer.Drive!, bays)) { Device = facts.Node, Drive = answer.Drive };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    // Locked, not even its signatures could be read: this comes before any other question to the medium.
    private static DriveAnswer Unlocked(string path, DeviceNumber node, SafeFileHandle file, AllowedBays bays)
    {
        DriveAnswer answer = DriveAnswer.Of(path, node, file, bays);
        if (answer.Drive is not { Security: { Locked: true, Frozen: false }, Serial: { } serial } || !bays.Unlocks || !bays.LeftLocked(serial))
        {
            return answer;
        }

        try
        {
            AtaSecurityErase.TakePasswordAway(new AtaDevice(new SgDevice(file)), locked: true);
            return DriveAnswer.Of(path, node, file, bays);
        }
        catch (IOException)
        {
            return answer;
        }
    }

    /// <summary>What the drive says, asked without opening it for writing.</summary>
    public static DriveAnswer Look(string path, DeviceNumber node, AllowedBays bays)
    {
        try
        {
            using SafeFileHandle file = Libc.Open(path, Libc.ReadOnly | Libc.NonBlocking | Libc.NoFollow);
            return FileFacts.Of(file).Node == node
                ? DriveAnswer.Of(path, node, file, bays)
                : new DriveAnswer(null, [new(TargetRules.IdentityChanged, $"{path} was replaced while it was looked at.")]);
        }
        catch (SystemCallException failed)
        {
            return new DriveAnswer(null, [new(TargetRules.Unreachable, failed.Message)]);
        }
    }

    public static TargetIdentity Identify(SafeFileHandle file)
    {
        FileFacts facts = FileFacts.Of(file);
        DriveFacts drive = DriveReading.Of(facts.Node, file)
            ?? throw new TargetRefusedException(TargetRules.IdentityChanged, $"Drive {facts.Node} has gone.");
        return new TargetIdentity(
            TargetKind.Drive, facts.Node.ToString(), 0, null, BlockDevice.SizeOf(file), BlockDevice.SectorOf(file), BlockDevice.SequenceOf(file), null)
        {
            Drive = new DriveIdentity(drive.Serial, drive.SerialSource, drive.Wwn, drive.Eui64, drive.Nguid, drive.Model, drive.Firmware),
        };
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

    private static Dictionary<string, string> Observe(DeviceNumber node, DriveFacts drive, AllowedBays bays) => new()
    {
        ["io"] = "direct",
        ["bay"] = bays.Holding(node)?.Label ?? "unknown",
        ["interface"] = drive.Interface.ToString().ToLowerInvariant(),
        ["serialSource"] = drive.SerialSource.ToString().ToLowerInvariant(),
        ["wwn"] = drive.Wwn ?? drive.Nguid ?? drive.Eui64 ?? "unknown",
        ["sectorBytes"] = drive.LogicalSectorBytes.ToString(CultureInfo.InvariantCulture),
        ["writeCache"] = drive.WriteCache switch { true => "on", false => "off", null => "unknown" },
    };
}
