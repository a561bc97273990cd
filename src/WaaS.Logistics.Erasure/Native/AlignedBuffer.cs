using System.Runtime.InteropServices;

namespace WaaS.Logistics.Erasure.Native;

/// <summary>Memory outside the collector's reach, aligned as direct I/O demands.</summary>
internal sealed unsafe class AlignedBuffer(int bytes) : IDisposable
{
    private const int Alignment = 4096, LargePage = 2 * 1024 * 1024;
    private byte* _memory = Allocate(bytes);

    public byte* Pointer => _memory;

    public int Length => bytes;

    public Span<byte> Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start + (uint)length, (uint)bytes);
        return new Span<byte>(_memory + start, length);
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
    }

    // The kernel pins every page of a request: one large page instead of 512 small ones. A kernel without them says no, and that is all.
    private static byte* Allocate(int bytes)
    {
        bool large = bytes % LargePage == 0;
        byte* memory = (byte*)NativeMemory.AlignedAlloc((nuint)bytes, large ? (nuint)LargePage : Alignment);
        if (large)
        {
            _ = Libc.MAdvise(memory, (nuint)bytes, Libc.AdviseHugePage);
        }

        return memory;
    }
}
