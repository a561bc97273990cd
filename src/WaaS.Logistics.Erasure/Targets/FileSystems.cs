using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>Names for the magic numbers of statfs(2): whether an overwrite happens in place depends on the file system.</summary>
public static class FileSystems
{
    /// <param name="path">A file or a folder.</param>
    /// <returns>The name of the file system it lies on, or its magic number.</returns>
    /// <exception cref="IOException">It cannot be opened or asked.</exception>
    public static string NameOf(string path)
    {
        using SafeFileHandle opened = Libc.Open(path, Libc.ReadOnly);
        return NameOf(opened);
    }

    internal static unsafe string NameOf(SafeFileHandle file)
    {
        byte* raw = stackalloc byte[256];
        if (Libc.FStatFs(file, raw) != 0)
        {
            throw SystemCallException.Last("fstatfs");
        }

        ulong magic = BinaryPrimitives.ReadUInt64LittleEndian(new ReadOnlySpan<byte>(raw, 8)) & 0xFFFFFFFF;
        return magic switch
        {
            0xEF53 => "ext4",
            0x01021994 => "tmpfs",
            0x58465342 => "xfs",
            0x9123683E => "btrfs",
            0x2FC12FC1 => "zfs",
            0x65735546 => "fuse",
            0x794C7630 => "overlay",
            0x6969 => "nfs",
            0xFE534D42 or 0xFF534D42 => "smb",
            0xF2F52010 => "f2fs",
            _ => $"0x{magic:x}",
        };
    }

    /// <summary>Whether new content goes to another place than the old one, which would stay on the medium below.</summary>
    /// <param name="name">As <see cref="NameOf(string)"/> says it.</param>
    public static bool WritesElsewhere(string name) => name is "btrfs" or "zfs" or "f2fs" or "overlay";

    /// <summary>The same as observations say it.</summary>
    internal static string InPlace(string name) => WritesElsewhere(name) ? "no" : "not known to write elsewhere";
}
