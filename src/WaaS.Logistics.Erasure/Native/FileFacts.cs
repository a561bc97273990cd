using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace WaaS.Logistics.Erasure.Native;

/// <summary>What statx(2) says; read at fixed offsets because that structure, unlike stat, is the same on every processor.</summary>
internal sealed record FileFacts(
    FileKind Kind,
    DeviceNumber Device,
    ulong Inode,
    long Size,
    uint Links,
    DeviceNumber Node,
    long? BornNanoseconds,
    int DirectOffsetAlign,
    uint Owner,
    int Permissions)
{
    private const int EmptyPath = 0x1000, NoFollowLink = 0x100, CurrentFolder = -100;
    private const uint Basic = 0x7FF, Birth = 0x800, DirectAlign = 0x2000;

    public static unsafe FileFacts Of(SafeFileHandle file)
    {
        byte* raw = stackalloc byte[256];
        return Libc.StatX(file, "", EmptyPath, Basic | Birth | DirectAlign, raw) == 0
            ? Parse(new ReadOnlySpan<byte>(raw, 256))
            : throw SystemCallException.Last("statx");
    }

    /// <summary>Of the name itself: a symbolic link is reported as one.</summary>
    public static unsafe FileFacts OfName(string path)
    {
        byte* raw = stackalloc byte[256];
        return Libc.StatX(CurrentFolder, path, NoFollowLink, Basic | Birth, raw) == 0
            ? Parse(new ReadOnlySpan<byte>(raw, 256))
            : throw SystemCallException.Last($"statx {path}");
    }

    private static FileFacts Parse(ReadOnlySpan<byte> raw) => new(
        (FileKind)(BinaryPrimitives.ReadUInt16LittleEndian(raw[28..]) & 0xF000),
        new DeviceNumber(Word(raw, 136), Word(raw, 140)),
        BinaryPrimitives.ReadUInt64LittleEndian(raw[32..]),
        BinaryPrimitives.ReadInt64LittleEndian(raw[40..]),
        Word(raw, 16),
        new DeviceNumber(Word(raw, 128), Word(raw, 132)),
        (Word(raw, 0) & Birth) == 0 ? null : Born(raw[80..]),
        (int)Word(raw, 156),
        Word(raw, 20),
        BinaryPrimitives.ReadUInt16LittleEndian(raw[28..]) & 0xFFF);

    private static long Born(ReadOnlySpan<byte> raw) =>
        BinaryPrimitives.ReadInt64LittleEndian(raw) * 1_000_000_000 + Word(raw, 8);

    private static uint Word(ReadOnlySpan<byte> raw, int at) => BinaryPrimitives.ReadUInt32LittleEndian(raw[at..]);
}

/// <summary>The type bits of a file's mode.</summary>
internal enum FileKind
{
    Pipe = 0x1000,
    CharacterDevice = 0x2000,
    Folder = 0x4000,
    BlockDevice = 0x6000,
    Regular = 0x8000,
    SymbolicLink = 0xA000,
    Socket = 0xC000,
}
