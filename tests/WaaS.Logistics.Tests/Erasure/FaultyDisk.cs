using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace WaaS.Logistics.Tests.Erasure;

/// <summary>
/// A disk image served by this process through the kernel's FUSE: the faults are real errors of real system calls, below
/// the file and below a loop device that stands on it.
/// </summary>
internal sealed unsafe partial class FaultyDisk : IDisposable
{
    private const int RequestBytes = 1024 * 1024 + 4096, IoError = 5, NotThere = 2, NotImplemented = 38, NoDevice = 19;
    private readonly string _folder;
    private readonly SafeFileHandle _channel;

    public FaultyDisk(string folder, long bytes)
    {
        _folder = folder;
        Content = RandomNumberGenerator.GetBytes((int)bytes);
        _channel = File.OpenHandle("/dev/fuse", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        string options = $"fd={_channel.DangerousGetHandle()},rootmode=40000,user_id=0,group_id=0,allow_other";
        if (Mount("disk", folder, "fuse", 0, options) != 0)
        {
            throw new IOException($"mount fuse: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        for (int server = 0; server < 2; server++)
        {
            new Thread(Serve) { IsBackground = true, Name = "faulty disk" }.Start();
        }
    }

    public string Path => System.IO.Path.Combine(_folder, "disk.img");

    /// <summary>What is really stored.</summary>
    public byte[] Content { get; }

    public HashSet<long> BadWriteSectors { get; } = [];

    public HashSet<long> BadReadSectors { get; } = [];

    /// <summary>Acknowledges and stores nothing.</summary>
    public bool DropsWrites { get; set; }

    /// <summary>Real capacity; addresses beyond wrap around.</summary>
    public long? RealCapacity { get; set; }

    /// <summary>Takes this much at most of one write.</summary>
    public int? WritesAtMost { get; set; }

    /// <summary>Gives this much at most of one read.</summary>
    public int? ReadsAtMost { get; set; }

    /// <summary>Gone after so many written bytes.</summary>
    public long? DiesAfter { get; set; }

    /// <summary>The next reading of this byte is wrong, once.</summary>
    public long? WrongOnceAt { get; set; }

    private long _written;

    public long Written => Interlocked.Read(ref _written);

    public void Dispose()
    {
        Unmount(_folder, 2);
        _channel.Dispose();
    }

    private void Serve()
    {
        byte[] request = GC.AllocateUninitializedArray<byte>(RequestBytes, pinned: true);
        byte[] reply = GC.AllocateUninitializedArray<byte>(RequestBytes, pinned: true);
        while (true)
        {
            nint length;
            try
            {
                length = ReadChannel(_channel, request, (nuint)request.Length);
            }
            catch (ObjectDisposedException)
            {
                // The test has taken the disk away between two requests.
                return;
            }

            if (length <= 0)
            {
                if (Marshal.GetLastPInvokeError() is 4 or NotThere)
                {
                    continue;
                }

                return;
            }

            ReadOnlySpan<byte> header = request.AsSpan(0, (int)length);
            uint operation = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            ulong unique = BinaryPrimitives.ReadUInt64LittleEndian(header[8..]);
            ulong node = BinaryPrimitives.ReadUInt64LittleEndian(header[16..]);
            if (operation is 2 or 42 or 36)
            {
                continue;
            }

            Span<byte> answer = reply.AsSpan(16);
            int result = Answer(operation, node, header[40..], answer);
            int size = 16 + Math.Max(result, 0);
            BinaryPrimitives.WriteInt32LittleEndian(reply, size);
            BinaryPrimitives.WriteInt32LittleEndian(reply.AsSpan(4), Math.Min(result, 0));
            BinaryPrimitives.WriteUInt64LittleEndian(reply.AsSpan(8), unique);
            WriteChannel(_channel, reply, (nuint)size);
        }
    }

    private int Answer(uint operation, ulong node, ReadOnlySpan<byte> body, Span<byte> answer)
    {
        switch (operation)
        {
            case 26:
                answer[..64].Clear();
                uint[] init = [7, 31, 1 << 20, 0x1 | 0x20 | (1u << 15) | (1u << 22), 16 | (12u << 16), 1 << 20, 1, 256];
                MemoryMarshal.AsBytes(init.AsSpan()).CopyTo(answer);
                return 64;
            case 1:
                if (Encoding.UTF8.GetString(body[..body.IndexOf((byte)0)]) != "disk.img")
                {
                    return -NotThere;
                }

                answer[..128].Clear();
                BinaryPrimitives.WriteUInt64LittleEndian(answer, 2);
                Attributes(2, answer[40..]);
                return 128;
            case 3 or 4:
                answer[..16].Clear();
                Attributes(node, answer[16..]);
                return 104;
            case 14 or 27:
                answer[..16].Clear();
                answer[8] = (byte)(operation == 14 ? 1 : 0);
                return 16;
            case 15:
                return Read(body, answer);
            case 16:
                return Write(body, answer);
            case 17:
                answer[..80].Clear();
                return 80;
            case 18 or 20 or 25 or 28 or 29 or 34 or 38:
                return 0;
            default:
                return -NotImplemented;
        }
    }

    private void Attributes(ulong node, Span<byte> answer)
    {
        answer[..88].Clear();
        bool root = node == 1;
        BinaryPrimitives.WriteUInt64LittleEndian(answer, node);
        BinaryPrimitives.WriteInt64LittleEndian(answer[8..], root ? 0 : Content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(answer[60..], root ? 0x41EDu : 0x8180u);
        BinaryPrimitives.WriteUInt32LittleEndian(answer[64..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(answer[80..], 4096);
    }

    private int Read(ReadOnlySpan<byte> body, Span<byte> answer)
    {
        long offset = BinaryPrimitives.ReadInt64LittleEndian(body[8..]);
        int size = (int)Math.Clamp(Content.Length - offset, 0, BinaryPrimitives.ReadUInt32LittleEndian(body[16..]));
        size = Math.Min(size, ReadsAtMost ?? size);
        if (Written > DiesAfter)
        {
            return -NoDevice;
        }

        if (Hits(BadReadSectors, offset, size))
        {
            return -IoError;
        }

        for (int at = 0; at < size; at++)
        {
            answer[at] = Content[Real(offset + at)];
        }

        if (WrongOnceAt is { } wrong && wrong >= offset && wrong < offset + size)
        {
            answer[(int)(wrong - offset)] ^= 1;
            WrongOnceAt = null;
        }

        return size;
    }

    private int Write(ReadOnlySpan<byte> body, Span<byte> answer)
    {
        long offset = BinaryPrimitives.ReadInt64LittleEndian(body[8..]);
        int size = BinaryPrimitives.ReadInt32LittleEndian(body[16..]);
        size = Math.Min(size, WritesAtMost ?? size);
        if (Interlocked.Add(ref _written, size) > DiesAfter)
        {
            return -NoDevice;
        }

        if (Hits(BadWriteSectors, offset, size))
        {
            return -IoError;
        }

        ReadOnlySpan<byte> data = body.Slice(40, size);
        for (int at = 0; !DropsWrites && at < size; at++)
        {
            Content[Real(offset + at)] = data[at];
        }

        answer[..8].Clear();
        BinaryPrimitives.WriteInt32LittleEndian(answer, size);
        return 8;
    }

    private long Real(long offset) => RealCapacity is { } capacity ? offset % capacity : offset;

    private static bool Hits(HashSet<long> sectors, long offset, int size)
    {
        foreach (long sector in sectors)
        {
            if (sector * 512 < offset + size && (sector + 1) * 512 > offset)
            {
                return true;
            }
        }

        return false;
    }

    [LibraryImport("libc", EntryPoint = "mount", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Mount(string source, string target, string type, nuint flags, string data);

    [LibraryImport("libc", EntryPoint = "umount2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Unmount(string target, int flags);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint ReadChannel(SafeFileHandle file, byte[] buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteChannel(SafeFileHandle file, byte[] buffer, nuint count);
}
