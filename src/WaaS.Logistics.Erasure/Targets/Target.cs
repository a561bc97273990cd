using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>
/// A carrier opened for overwriting: one exclusive descriptor, kept until the end. Names move between devices; an open
/// descriptor does not.
/// </summary>
public sealed class Target : IDisposable
{
    private readonly OpenedTarget _opened;
    private bool _direct;

    private Target(string path, OpenedTarget opened, TargetIdentity identity)
    {
        Path = path;
        _opened = opened;
        _direct = opened.Direct;
        Identity = identity;
    }

    /// <summary>The name it was opened by.</summary>
    public string Path { get; }

    /// <summary>Identity when it was opened; after <see cref="Rescan"/> with the size it has since.</summary>
    public TargetIdentity Identity { get; private set; }

    /// <summary>True when reads and writes bypass the system's cache.</summary>
    public bool Direct => _opened.Direct;

    /// <summary>What was seen while opening: kind of I/O, file system and the like.</summary>
    public IReadOnlyDictionary<string, string> Observations => _opened.Observations;

    /// <summary>The image whose sidecar names the carrier: the file itself, or the one behind the loop device.</summary>
    public string ImagePath => _opened.BackingPath ?? Path;

    /// <summary>What the drive said while it was opened; null for files and loop devices.</summary>
    public DriveFacts? Drive => _opened.Drive;

    /// <summary>Opens, locks and identifies without writing.</summary>
    /// <param name="path">An image file, a loop device, or the drive in one of the bays.</param>
    /// <param name="bays">Drives the station may touch; none when left out.</param>
    /// <exception cref="TargetRefusedException">It must not be overwritten; the rules say why.</exception>
    public static Target Open(string path, AllowedBays? bays = null)
    {
        string full = System.IO.Path.GetFullPath(path);
        try
        {
            FileFacts named = FileFacts.OfName(full);
            OpenedTarget opened = named.Kind switch
            {
                FileKind.Regular => FileGuard.Open(full, named),
                FileKind.BlockDevice when named.Node.Major == DeviceNumber.LoopMajor => LoopGuard.Open(full, named),
                FileKind.BlockDevice => DriveGuard.Open(full, named, bays ?? AllowedBays.None),
                FileKind.SymbolicLink => throw new TargetRefusedException(
                    TargetRules.SymbolicLink, $"{full} is a symbolic link: name what it leads to."),
                _ => throw new TargetRefusedException(
                    TargetRules.NotACarrier, $"{full} is neither a regular file nor a block device."),
            };
            return Identified(full, opened);
        }
        catch (SystemCallException failed)
        {
            throw new TargetRefusedException(TargetRules.Unreachable, failed.Message);
        }
    }

    /// <summary>Asks the descriptor again who it is.</summary>
    /// <exception cref="TargetRefusedException">Nothing is behind it any more.</exception>
    /// <exception cref="IOException">It does not answer.</exception>
    public TargetIdentity ReadIdentity() => Identify(_opened);

    /// <summary>Looks again whether somebody uses it: between opening and the first write lies a conversation with the server.</summary>
    /// <exception cref="TargetRefusedException">Somebody does.</exception>
    public void RefuseIfUsed()
    {
        if (_opened.Device is { } device)
        {
            LoopGuard.RefuseUsed(device);
        }
        else
        {
            FileGuard.RefuseUsed(Path, FileFacts.Of(_opened.File));
        }
    }

    /// <summary>Asks the descriptor once more who it is; no answer is not the same carrier.</summary>
    /// <exception cref="TargetRefusedException">It leads to something else than when it was opened, or does not answer.</exception>
    public void RefuseIfChanged()
    {
        if (!IsUnchanged())
        {
            throw new TargetRefusedException(TargetRules.IdentityChanged, $"{Path} is not the carrier it was: nothing was written.");
        }
    }

    /// <summary>
    /// Lets the system ask this one drive again how much it holds, after a hidden area was opened. Everything else of its identity must be as before.
    /// </summary>
    /// <param name="shownBytes">What the drive says it shows now.</param>
    /// <returns>True when the system shows as much, of the same carrier.</returns>
    internal bool Rescan(long shownBytes)
    {
        if (_opened is not { Drive: not null, Device: { } number } || !IsUnchanged())
        {
            return false;
        }

        try
        {
            BlockDevice.Rescan(number);
            TargetIdentity now = ReadIdentity();
            if (now.SizeBytes != shownBytes || now != Identity with { SizeBytes = shownBytes })
            {
                return false;
            }

            Identity = now;
            return true;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or TargetRefusedException)
        {
            return false;
        }
    }

    /// <summary>What the drive says now, asked through the open descriptor; null for files and loop devices, and when it has gone.</summary>
    public DriveFacts? ReadDrive() => _opened is { Drive: not null, Device: { } number } ? DriveReading.Of(number, _opened.File) : null;

    /// <summary>Speaks to the drive through the open descriptor; null for files, loop devices, and drives that take no commands.</summary>
    /// <exception cref="IOException">It does not answer.</exception>
    public DriveControl? Control() => _opened.Drive?.Interface switch
    {
        DriveInterface.Nvme => DriveControl.Of(new NvmeAdminDevice(_opened.File), DriveReading.SpaceOf(_opened.File), _opened.Drive),
        DriveInterface.Ata or DriveInterface.Scsi or DriveInterface.Usb => DriveControl.Of(new SgDevice(_opened.File), _opened.Drive),
        _ => null,
    };

    internal bool IsUnchanged()
    {
        try
        {
            return ReadIdentity() == Identity;
        }
        catch (Exception failed) when (failed is SystemCallException or TargetRefusedException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _opened.File.Dispose();

    internal unsafe nint Write(byte* buffer, int count, long offset) =>
        Libc.PWrite(_opened.File, buffer, (nuint)count, offset);

    internal unsafe nint Read(byte* buffer, int count, long offset) =>
        Libc.PRead(_opened.File, buffer, (nuint)count, offset);

    /// <summary>Everything acknowledged is on the medium when this returns.</summary>
    internal void Flush()
    {
        if (Libc.FDataSync(_opened.File) != 0)
        {
            throw SystemCallException.Last("fdatasync");
        }
    }

    /// <summary>Bytes that the block layer has read, to prove that a verification was served by the medium; null for a file.</summary>
    internal long? MediumBytesRead() => _opened.Device is { } device ? BlockDevice.BytesRead(device) : null;

    /// <summary>So that what is read next comes from the medium and not from memory.</summary>
    internal void DropCache()
    {
        const string Name = "posix_fadvise";
        Check(Libc.FAdvise(_opened.File, 0, 0, Libc.AdviseDontNeed), Name);
        if (_opened.BackingPath is { } backing)
        {
            using SafeFileHandle behind = Libc.Open(backing, Libc.ReadOnly | Libc.NoFollow | Libc.NonBlocking);
            Check(Libc.FAdvise(behind, 0, 0, Libc.AdviseDontNeed), Name);
        }
    }

    /// <summary>What the system remembers of the carrier is written out and forgotten (BLKFLSBUF): needed around whatever changes it below the system.</summary>
    /// <exception cref="IOException">The system could not promise it.</exception>
    public unsafe void FlushBuffers()
    {
        if (_opened.Device is not null && Libc.IoControl(_opened.File, Libc.BlockFlushBuffers, null) != 0)
        {
            throw SystemCallException.Last("BLKFLSBUF");
        }

        DropCache();
    }

    /// <summary>Direct I/O cannot write the last part of a file that ends inside a sector.</summary>
    internal void SetDirect(bool direct)
    {
        if (!_opened.Direct || _direct == direct)
        {
            return;
        }

        int flags = Libc.FControl(_opened.File, Libc.GetFlags, 0);
        if (flags < 0 || Libc.FControl(_opened.File, Libc.SetFlags, direct ? flags | Libc.Direct : flags & ~Libc.Direct) != 0)
        {
            throw SystemCallException.Last("fcntl");
        }

        _direct = direct;
    }

    private static Target Identified(string path, OpenedTarget opened)
    {
        try
        {
            return new Target(path, opened, Identify(opened));
        }
        catch
        {
            opened.File.Dispose();
            throw;
        }
    }

    private static TargetIdentity Identify(OpenedTarget opened) =>
        opened.Drive is not null ? DriveGuard.Identify(opened.File)
        : opened.Device is null ? FileGuard.Identify(opened.File) : LoopGuard.Identify(opened.File);

    private static void Check(int error, string call)
    {
        if (error != 0)
        {
            throw new SystemCallException(call, (Errno)error);
        }
    }
}
