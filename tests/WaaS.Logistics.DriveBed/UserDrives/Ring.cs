using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace WaaS.Logistics.DriveBed.UserDrives;

/// <summary>The ring of linux/target_core_user.h: SCSI commands that the kernel puts into memory shared with this program, and their answers.</summary>
internal sealed unsafe partial class Ring
{
    // struct tcmu_mailbox and struct tcmu_cmd_entry.
    private const int Begin = 4, Size = 8, Head = 12, Tail = 64;
    private const int Kind = 7, Flags = 7, Vectors = 8, Status = 8, ReadLength = 12, Sense = 16, SenseBytes = 96, Command = 24, FirstVector = 48, Vector = 16;
    private const byte IsCommand = 1, HasReadLength = 2;
    private readonly SafeFileHandle _channel;
    private readonly IUserDevice _device;
    private readonly byte* _memory;

    /// <param name="uio">Name of the device the kernel made for this drive.</param>
    /// <param name="device">What answers.</param>
    public Ring(string uio, IUserDevice device)
    {
        _channel = File.OpenHandle("/dev/" + uio, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        _device = device;
        nuint length = Convert.ToUInt32(File.ReadAllText($"/sys/class/uio/{uio}/maps/map0/size").Trim(), 16);
        nint mapped = MMap(0, length, 3, 1, _channel, 0);
        _memory = mapped != -1 ? (byte*)mapped : throw new IOException("mmap of the ring");
        new Thread(Serve) { IsBackground = true, Name = uio }.Start();
    }

    private void Serve()
    {
        int word = 0;
        while (Read(_channel, &word, 4) == 4)
        {
            uint begin = *(uint*)(_memory + Begin), size = *(uint*)(_memory + Size);
            while (*(uint*)(_memory + Tail) is var tail && tail != Volatile.Read(ref *(uint*)(_memory + Head)))
            {
                byte* entry = _memory + begin + tail;
                uint length = *(uint*)entry & ~7u;
                if ((*(uint*)entry & Kind) == IsCommand)
                {
                    Answer(entry);
                }

                Volatile.Write(ref *(uint*)(_memory + Tail), (tail + length) % size);
            }

            word = 0;
            _ = Write(_channel, &word, 4);
        }
    }

    private void Answer(byte* entry)
    {
        byte* command = _memory + *(ulong*)(entry + Command);
        (nint At, int Length)[] pieces = [.. Enumerable.Range(0, (int)*(uint*)(entry + Vectors)).Select(at => Piece((nint)entry, at))];
        byte[] data = new byte[pieces.Sum(piece => piece.Length)];
        bool toDevice = UserDevice.TakesData(new ReadOnlySpan<byte>(command, 16));
        if (toDevice)
        {
            Each(pieces, data, static (piece, part) => piece.CopyTo(part));
        }

        byte[] sense = _device.Execute(new ReadOnlySpan<byte>(command, 16), data);
        if (!toDevice)
        {
            Each(pieces, data, static (piece, part) => part.CopyTo(piece));
        }

        new Span<byte>(entry + Status, 8 + SenseBytes).Clear();
        if (sense.Length > 0)
        {
            // Only with this flag data that came with a condition are passed on too.
            (entry[Flags], *(uint*)(entry + ReadLength), entry[Status]) = ((byte)(entry[Flags] | HasReadLength), (uint)data.Length, 2);
            sense.CopyTo(new Span<byte>(entry + Sense, SenseBytes));
        }
    }

    private (nint At, int Length) Piece(nint entry, int at)
    {
        byte* vector = (byte*)entry + FirstVector + Vector * at;
        return ((nint)(_memory + *(ulong*)vector), (int)*(ulong*)(vector + 8));
    }

    private static void Each((nint At, int Length)[] pieces, byte[] data, Copy copy)
    {
        int done = 0;
        foreach ((nint at, int length) in pieces)
        {
            copy(new Span<byte>((byte*)at, length), data.AsSpan(done, length));
            done += length;
        }
    }

    private delegate void Copy(Span<byte> piece, Span<byte> part);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint MMap(nint address, nuint length, int protection, int flags, SafeFileHandle file, long offset);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(SafeFileHandle file, void* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(SafeFileHandle file, void* buffer, nuint count);
}
