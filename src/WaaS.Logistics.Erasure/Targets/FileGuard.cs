using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>Opens a regular file for overwriting, or refuses.</summary>
internal static class FileGuard
{
    private const int Tries = 15;

    public static OpenedTarget Open(string path, FileFacts named)
    {
        if (SystemUse.IsSystemFolder(path))
        {
            throw new TargetRefusedException(TargetRules.SystemFolder, $"{path} lies in a folder of the operating system.");
        }

        if (named.Links != 1)
        {
            throw new TargetRefusedException(
                TargetRules.HardLink, $"{path} has {named.Links} names: remove the others, they would be overwritten too.");
        }

        if (named.Size == 0)
        {
            throw new TargetRefusedException(TargetRules.Empty, $"{path} is empty.");
        }

        RefuseUsed(path, named);
        (SafeFileHandle file, bool direct) = OpenExclusive(path);
        try
        {
            FileFacts facts = FileFacts.Of(file);
            if (facts.Inode != named.Inode || facts.Device != named.Device || facts.Kind != FileKind.Regular)
            {
                throw new TargetRefusedException(TargetRules.IdentityChanged, $"{path} was replaced while it was opened.");
            }

            Lock(path, file);
            bool alone = IsAlone(path, file);
            string fileSystem = FileSystems.NameOf(file);
            Dictionary<string, string> observations = new()
            {
                ["io"] = direct ? "direct" : "buffered, dropped from the cache before verification",
                ["fileSystem"] = fileSystem,
                ["inPlace"] = FileSystems.InPlace(fileSystem),
                ["openedByOthers"] = alone ? "no" : "not checkable on this file system",
            };
            return new OpenedTarget(file, direct, observations);
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
        int sector = facts.DirectOffsetAlign > 0 ? facts.DirectOffsetAlign : 4096;
        return new TargetIdentity(
            TargetKind.File, facts.Device.ToString(), facts.Inode, null, facts.Size, sector, null, facts.BornNanoseconds);
    }

    public static void RefuseUsed(string path, FileFacts named)
    {
        if (LoopDevices.StandingOn(named) is { } loop)
        {
            throw new TargetRefusedException(
                TargetRules.BehindLoop, $"{loop} stands on {path}: name the loop device, or detach it (losetup -d {loop}).");
        }

        if (SystemUse.Swaps().Any(swap => swap.Inode == named.Inode && swap.Device == named.Device))
        {
            throw new TargetRefusedException(TargetRules.Swap, $"{path} is swap space: swapoff first.");
        }
    }

    private static (SafeFileHandle File, bool Direct) OpenExclusive(string path)
    {
        const int Flags = Libc.ReadWrite | Libc.NoFollow | Libc.NonBlocking;
        try
        {
            return (Libc.Open(path, Flags | Libc.Direct), true);
        }
        catch (SystemCallException refused) when (refused.Error == Errno.InvalidArgument)
        {
            return (Libc.Open(path, Flags), false);
        }
        catch (SystemCallException refused) when (refused.Error == Errno.TooManyLinks)
        {
            throw new TargetRefusedException(TargetRules.SymbolicLink, $"{path} became a symbolic link.");
        }
    }

    public static void Lock(string path, SafeFileHandle file)
    {
        if (Refusal(() => Libc.FLock(file, Libc.LockExclusive | Libc.LockNonBlocking)) is { } refused)
        {
            throw new TargetRefusedException(TargetRules.Held, $"{path} is locked by another program ({refused.Word()}).");
        }
    }

    // A write lease is granted only while nobody else, program or kernel, has the file open. It is given back at once:
    // a broken lease would end this program with a signal.
    private static bool IsAlone(string path, SafeFileHandle file)
    {
        return Refusal(() => Libc.FControl(file, Libc.SetLease, Libc.WriteLease)) switch
        {
            null => Libc.FControl(file, Libc.SetLease, Libc.NoLease) == 0 ? true : throw SystemCallException.Last("fcntl F_SETLEASE"),
            Errno.TryAgain or Errno.Busy => throw new TargetRefusedException(TargetRules.Held, $"{path} is open in another program: close that first."),
            _ => false,
        };
    }

    // A program that is being started holds every file of its parent, and the locks on them, for a moment: a refusal counts only when it stays.
    private static Errno? Refusal(Func<int> ask)
    {
        using var moment = new ManualResetEventSlim();
        for (int attempt = 1; ; attempt++)
        {
            if (ask() == 0)
            {
                return null;
            }

            Errno refused = SystemCallException.LastError;
            if (attempt == Tries || refused is not (Errno.TryAgain or Errno.Busy))
            {
                return refused;
            }

            moment.Wait(TimeSpan.FromMilliseconds(20));
        }
    }
}
