using System.Runtime.InteropServices;

namespace WaaS.Logistics.Erasure.Native;

/// <summary>Memory outside the collector's reach, aligned as direct I/O demands.</summary>
internal sealed unsafe class AlignedBuffer(int bytes) : IDisposable
{
    private const int Alignment = 4096;
    private byte* _memory = (byte*)NativeMemory.AlignedAlloc((nuint)bytes, Alignment);

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
}
