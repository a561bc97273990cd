using System.Security.Cryptography;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>What was found where marks had been written before a firmware erase.</summary>
public sealed record MarkResult
{
    /// <summary>Marks looked at, the first and the last block included.</summary>
    public required int Marks { get; init; }

    /// <summary>Marks that still stand, whole or in part: the drive lied.</summary>
    public required int StillThere { get; init; }

    /// <summary>Blocks that could not be read: nothing is known of them.</summary>
    public required int Unreadable { get; init; }

    /// <summary>Blocks of one repeated byte.</summary>
    public required int Uniform { get; init; }

    /// <summary>Every mark was read and none stands.</summary>
    public bool Gone => Marks > 0 && StillThere == 0 && Unreadable == 0;
}

/// <summary>
/// Finds a drive that says it erased itself and did not. A known stream is written to samples before; after the erase none may
/// hold any of it. Works for every technique, a change of the key included, whose result nobody can foretell.
/// </summary>
public sealed unsafe class PurgeMarks
{
    private const int BlockBytes = SamplePlan.BlockBytes, SectorBytes = 512;
    private readonly Target _target;
    private readonly Keystream _stream;
    private readonly long[] _offsets;

    /// <param name="target">The carrier.</param>
    /// <param name="samples">Random places besides the first and the last; each of 4096 bytes.</param>
    public PurgeMarks(Target target, int samples)
        : this(target, new Keystream(Keystream.NewKey()), RandomNumberGenerator.GetBytes(SamplePlan.SeedBytes), samples)
    {
    }

    /// <param name="target">The carrier.</param>
    /// <param name="stream">What is written there, or was.</param>
    /// <param name="seed">See <see cref="SamplePlan"/>.</param>
    /// <param name="samples">Random places besides the first and the last.</param>
    public PurgeMarks(Target target, Keystream stream, ReadOnlySpan<byte> seed, int samples)
    {
        (_target, _stream) = (target, stream);
        _offsets = SamplePlan.Offsets(seed, samples, target.Identity.SizeBytes);
    }

    /// <summary>Writes the marks and makes sure that they stand on the medium before the erase.</summary>
    /// <returns>False when it was stopped before all of them stood.</returns>
    /// <exception cref="IOException">One could not be written or read back: nothing could be proven later.</exception>
    public bool Write(CancellationToken cancellation = default)
    {
        using var buffer = new AlignedBuffer(BlockBytes);
        foreach (long offset in _offsets)
        {
            if (cancellation.IsCancellationRequested)
            {
                return false;
            }

            _stream.Fill(buffer.Slice(0, BlockBytes), offset);
            if (_target.Write(buffer.Pointer, BlockBytes, offset) != BlockBytes)
            {
                throw SystemCallException.Last($"mark at byte {offset}");
            }
        }

        _target.Flush();
        _target.FlushBuffers();
        MarkResult found = Check();
        if (found.StillThere != found.Marks)
        {
            throw new IOException($"{found.Marks - found.StillThere} of {found.Marks} marks were not on the medium after they had been written.");
        }

        return true;
    }

    /// <summary>Looks at every mark again, from the medium.</summary>
    public MarkResult Check()
    {
        using var buffer = new AlignedBuffer(BlockBytes);
        int there = 0, unreadable = 0, uniform = 0;
        foreach (long offset in _offsets)
        {
            if (_target.Read(buffer.Pointer, BlockBytes, offset) != BlockBytes)
            {
                unreadable++;
                continue;
            }

            ReadOnlySpan<byte> block = buffer.Slice(0, BlockBytes);
            there += StandsIn(block, offset) ? 1 : 0;
            uniform += block.IndexOfAnyExcept(block[0]) < 0 ? 1 : 0;
        }

        return new MarkResult { Marks = _offsets.Length, StillThere = there, Unreadable = unreadable, Uniform = uniform };
    }

    // One sector is enough: no erase leaves 512 bytes of a random stream by chance.
    private bool StandsIn(ReadOnlySpan<byte> block, long offset)
    {
        for (int at = 0; at < BlockBytes; at += SectorBytes)
        {
            if (_stream.FirstMismatch(block.Slice(at, SectorBytes), offset + at) < 0)
            {
                return true;
            }
        }

        return false;
    }
}
