using System.Buffers.Binary;
using System.Text;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.Drives;

/// <summary>What the translation before the drive answers itself (SAT-4), and what becomes of the drive when its power goes.</summary>
internal sealed partial class EmulatedAtaDrive
{
    private const ushort Enabled = 0x02, Locked = 0x04, Frozen = 0x08, CountExpired = 0x10;

    /// <summary>Its power is gone: nothing is answered.</summary>
    public bool IsOff { get; private set; }

    /// <summary>A sanitize tells the same progress for ever.</summary>
    public bool Sticks { get; set; }

    public byte[]? Hinders =>
        IsOff ? [0x72, 4, 0x08, 0, 0, 0, 0, 0]
        : (Security & Locked) != 0 ? [0x72, 7, 0x74, 0x71, 0, 0, 0, 0]
        // As the Linux translation does: reads and writes are aborted meanwhile.
        : Running ? [0x72, 0x0B, 0, 0, 0, 0, 0, 0]
        : null;

    /// <summary>A password that is set locks it; what was frozen is not; a sanitize goes on.</summary>
    public void PowerCycle()
    {
        IsOff = false;
        Security = (ushort)((Security & ~(Frozen | CountExpired)) | ((Security & Enabled) != 0 ? Locked : 0));
    }

    public void PowerOff() => IsOff = true;

    // ATA PASS-THROUGH (16), or (12) as older programs send it.
    private static AtaCommand? Command(ReadOnlySpan<byte> command) => command[0] != 0xA1 ? AtaCommand.FromPassThrough(command) : new AtaCommand(
        command[9], command[3], command[4], command[5] | ((ulong)command[6] << 8) | ((ulong)command[7] << 16),
        (command[1] >> 1 & 0xF) switch { 4 => DataDirection.FromDevice, 5 => DataDirection.ToDevice, _ => DataDirection.None });

    private ScsiReply Capacity(ReadOnlySpan<byte> command, Span<byte> data) => InquiryPages.Capacity(command, data, VisibleSectors);

    private ScsiReply Inquire(ReadOnlySpan<byte> command, Span<byte> data) => (command[1] & 1) == 0
        ? InquiryPages.Standard(data, "ATA", Model, "1A02")
        : InquiryPages.Page(data, command[2], new Dictionary<byte, byte[]>
        {
            [0x80] = Encoding.ASCII.GetBytes(Serial.PadLeft(20)),
            [0x83] = InquiryPages.Names("ATA", Model.PadRight(40) + Serial.PadLeft(20), "50014EE60123ABCD"),
            [0x89] = Translation(),
            [0xB1] = InquiryPages.Characteristics(Rotation),
            [0xB2] = [0, 0, 0, 0],
        });

    // ATA Information: who translates, and the drive's own answer to IDENTIFY DEVICE.
    private byte[] Translation()
    {
        byte[] page = new byte[568];
        Encoding.ASCII.GetBytes("linux   emulated SAT    1.0 ").CopyTo(page, 4);
        (page[32], page[52]) = (0x34, 0xEC);
        BinaryPrimitives.WriteUInt32BigEndian(page.AsSpan(36), 0x50000000);
        Identity().CopyTo(page, 56);
        return page;
    }
}
