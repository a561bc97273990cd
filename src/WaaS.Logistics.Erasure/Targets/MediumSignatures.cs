using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>Recognises what must not be destroyed by what it wrote at the begin and end of a drive. Not recognising is no proof.</summary>
internal sealed unsafe class MediumSignatures(SafeFileHandle file, long size)
{
    private const int Stretch = 128 << 10, Align = 4096;

    // Stretches a drive cannot read are empty here; it is refused or fails for other reasons.
    private readonly byte[] _head = Read(file, 0, size), _tail = Read(file, Math.Max(0, size - Stretch) / Align * Align, size);

    /// <summary>Kind of the RAID or volume group the whole drive is a member of; null when none is recognised.</summary>
    public string? Member() =>
        Enumerable.Range(0, 4).Any(sector => Text(_head, sector * 512, "LABELONE") && Text(_head, sector * 512 + 24, "LVM2 001")) ? "an LVM volume group"
        : Linux(_head, 0) || Linux(_head, 4096) || Linux(_tail, Tail((size / 512 - 16) / 8 * 8 * 512)) || Linux(_tail, Tail(size / 65536 * 65536 - 65536)) ? "a Linux RAID"
        : Text(_tail, Tail(size - 1024), "Intel Raid ISM Cfg Sig. ") ? "an Intel RAID"
        : new[] { 512, 4096 }.Any(sector => Big(_tail, Tail(size - sector)) == 0xDE11DE11) ? "a DDF RAID"
        : null;

    /// <summary>An ISO 9660 volume at its place, as hybrid images for starting machines have.</summary>
    public bool IsStartMedium() => Text(_head, 0x8001, "CD001");

    private static bool Linux(byte[] raw, long at) => at >= 0 && at + 4 <= raw.Length && BinaryPrimitives.ReadUInt32LittleEndian(raw.AsSpan((int)at)) == 0xA92B4EFC;

    private static uint? Big(byte[] raw, long at) => at >= 0 && at + 4 <= raw.Length ? BinaryPrimitives.ReadUInt32BigEndian(raw.AsSpan((int)at)) : null;

    private static bool Text(byte[] raw, long at, string text) =>
        at >= 0 && at + text.Length <= raw.Length && raw.AsSpan((int)at, text.Length).SequenceEqual(System.Text.Encoding.ASCII.GetBytes(text));

    private long Tail(long offset) => offset - Math.Max(0, size - Stretch) / Align * Align;

    private static byte[] Read(SafeFileHandle file, long offset, long size)
    {
        using var buffer = new AlignedBuffer(Stretch + Align);
        int length = (int)Math.Min(Stretch + Align, size - offset);
        nint read = Libc.PRead(file, buffer.Pointer, (nuint)length, offset);
        return read > 0 ? buffer.Slice(0, (int)read).ToArray() : [];
    }
}
