using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace WaaS.Logistics.Erasure.Native;

/// <summary>The system calls the class library does not offer with these flags, or whose failure it can hide.</summary>
internal static unsafe partial class Libc
{
    public const int ReadWrite = 0x2, ReadOnly = 0x0, WriteOnly = 0x1, Create = 0x40, Exclusive = 0x80;
    public const int NonBlocking = 0x800, NoFollow = 0x20000, CloseOnExec = 0x80000, Directory = 0x10000;
    public const int GetFlags = 3, SetFlags = 4, SetLease = 1024, WriteLease = 1, NoLease = 2;
    public const int LockExclusive = 2, LockNonBlocking = 4;
    public const int AdviseDontNeed = 4, AdviseHugePage = 14;

    public const nuint BlockGetSize64 = 0x80081272, BlockGetSectorSize = 0x1268, BlockGetReadOnly = 0x125E;
    public const nuint BlockFlushBuffers = 0x1261, BlockGetDiskSequence = 0x80081280, LoopGetStatus64 = 0x4C05;

    // The value differs between processor families; a wrong one would silently mean another flag.
    public static int Direct { get; } = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 or Architecture.X86 => 0x4000,
        Architecture.Arm64 or Architecture.Arm => 0x10000,
        var other => throw new PlatformNotSupportedException($"Direct I/O is not known for {other}."),
    };

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenRaw(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "pwrite", SetLastError = true)]
    public static partial nint PWrite(SafeFileHandle file, byte* buffer, nuint count, long offset);

    [LibraryImport("libc", EntryPoint = "pread", SetLastError = true)]
    public static partial nint PRead(SafeFileHandle file, byte* buffer, nuint count, long offset);

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    public static partial int FDataSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int FSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int FLock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    public static partial int FControl(SafeFileHandle file, int command, nint argument);

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    public static partial int FAdvise(SafeFileHandle file, long offset, long length, int advice);

    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    public static partial int MAdvise(byte* address, nuint length, int advice);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int IoControl(SafeFileHandle file, nuint request, void* argument);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int StatX(SafeFileHandle folder, string path, int flags, uint mask, byte* result);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int StatX(int folder, string path, int flags, uint mask, byte* result);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "fstatfs", SetLastError = true)]
    public static partial int FStatFs(SafeFileHandle file, byte* result);

    /// <exception cref="SystemCallException">The system refused.</exception>
    public static SafeFileHandle Open(string path, int flags, uint mode = 0)
    {
        int descriptor = OpenRaw(path, flags | CloseOnExec, mode);
        return descriptor >= 0
            ? new SafeFileHandle(descriptor, ownsHandle: true)
            : throw SystemCallException.Last($"open {path}");
    }
}
