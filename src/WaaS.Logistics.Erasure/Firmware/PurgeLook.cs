using System.Buffers.Binary;
using System.Security.Cryptography;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>
/// Looks after a firmware erase whether anything of the stream that lay on the carrier is still there. A drive that only says it
/// erased is found so, whatever the technique; and so is one that erased a part.
/// </summary>
internal sealed class PurgeLook(Target target, Keystream stream, RunOptions options, TimeProvider clock)
{
    // One sector is enough: no erase leaves 512 bytes of a random stream by chance.
    private const int SectorBytes = 512;
    private readonly FaultList _unreadable = new("read", options.MaxFaults);
    private readonly long _started = clock.GetTimestamp();
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private long _stillThere;
    private long _uniform;

    /// <summary>Looks at every sector.</summary>
    public PurgeLookResult AtAll(Action<RunProgress> progress, CancellationToken cancellation)
    {
        var reader = new BlockReader(target, _unreadable);
        var workers = new BlockWorkers(0, target.Identity.SizeBytes, options, clock);
        bool whole = false;
        Action tick = () => progress(new RunProgress(
            RunPhase.Verifying, workers.Done, target.Identity.SizeBytes, (int)Math.Min(int.MaxValue, Interlocked.Read(ref _stillThere)) + _unreadable.Count,
            workers.Done / Math.Max(clock.GetElapsedTime(_started).TotalSeconds, 1e-6)));
        (long? read, string? failure) = FromMedium(() =>
            whole = workers.Run((buffer, offset, length) => reader.Read(buffer, offset, length, (at, count) => Compare(buffer, at, count)), tick, cancellation));
        tick();
        return Result(null, after: true, null, null, workers.Done, read, failure, cancelled: failure is null && !whole);
    }

    /// <summary>Looks at samples that nobody could foresee: their seed was there only after the erase.</summary>
    public PurgeLookResult AtSamples(LookSeed seed, int samples) => At(seed.Bytes(), seed, samples);

    /// <summary>Looks at the places where marks were written before.</summary>
    public PurgeLookResult AtMarks(ReadOnlySpan<byte> seed, int samples) => At(seed.ToArray(), null, samples);

    private PurgeLookResult At(byte[] seed, LookSeed? from, int samples)
    {
        long[] offsets = SamplePlan.Offsets(seed, samples, target.Identity.SizeBytes);
        long looked = 0;
        // Of what was really read, and not of what should be: who judges draws the places again.
        using var places = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        (long? read, string? failure) = FromMedium(() =>
        {
            Span<byte> place = stackalloc byte[sizeof(long)];
            using var buffer = new AlignedBuffer(SamplePlan.BlockBytes);
            var reader = new BlockReader(target, _unreadable);
            foreach (long offset in offsets)
            {
                looked += reader.Read(buffer, offset, SamplePlan.BlockBytes, (at, count) => Compare(buffer, at, count));
                BinaryPrimitives.WriteInt64BigEndian(place, offset);
                places.AppendData(place);
            }
        });
        return Result(Convert.ToHexStringLower(seed), from is not null, offsets.Length, Convert.ToHexStringLower(places.GetHashAndReset()), Math.Min(looked, target.Identity.SizeBytes), read, failure, cancelled: false) with { SeedFrom = from };
    }

    private (long? Read, string? Failure) FromMedium(Action look)
    {
        try
        {
            target.FlushBuffers();
            long? before = target.MediumBytesRead();
            look();
            return (target.MediumBytesRead() - before, null);
        }
        catch (IOException failed)
        {
            return (null, failed.Message);
        }
    }

    private long Compare(AlignedBuffer buffer, long offset, int length)
    {
        ReadOnlySpan<byte> block = buffer.Slice(0, length);
        long there = 0;
        for (int at = 0; at < length; at += SectorBytes)
        {
            ReadOnlySpan<byte> sector = block.Slice(at, Math.Min(SectorBytes, length - at));
            there += stream.FirstMismatch(sector, offset + at) < 0 ? 1 : 0;
        }

        Interlocked.Add(ref _stillThere, there);
        Interlocked.Add(ref _uniform, block.IndexOfAnyExcept(block[0]) < 0 ? 1 : 0);
        return length;
    }

    private PurgeLookResult Result(string? seed, bool after, long? samples, string? places, long looked, long? read, string? failure, bool cancelled) => new()
    {
        Full = samples is null, SeedHex = seed, SeedDrawnAfter = after, SeedFrom = null, Samples = samples, PlacesDigestHex = places, LookedBytes = looked, StillThere = Interlocked.Read(ref _stillThere),
        Unreadable = _unreadable.Joined(), Uniform = Interlocked.Read(ref _uniform), MediumBytesRead = read, Cancelled = cancelled, Failure = failure,
        StartedAt = _startedAt, EndedAt = clock.GetUtcNow(),
    };
}
