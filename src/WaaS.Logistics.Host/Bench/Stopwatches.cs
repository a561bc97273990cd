using System.Collections.Concurrent;
using System.Diagnostics;

namespace WaaS.Logistics.Host.Bench;

/// <summary>The moments of a journey, in their order.</summary>
internal enum Moment
{
    Begun,
    Acknowledged,
    FirstTaken,
    FirstSaved,
    SecondTaken,
    SecondSaved,
}

/// <summary>When each journey reached each moment, in this process's own clock.</summary>
internal sealed class Stopwatches
{
    private readonly ConcurrentDictionary<Guid, Track> _tracks = new();

    /// <returns>Done when the journey has ended and its end is on disk.</returns>
    public Task Begin(Guid journey)
    {
        var track = new Track();
        track.At[(int)Moment.Begun] = Stopwatch.GetTimestamp();
        _tracks[journey] = track;
        return track.Ended.Task;
    }

    public void Reached(Guid journey, Moment moment)
    {
        if (!_tracks.TryGetValue(journey, out var track))
            throw new InvalidOperationException($"Journey {journey} is not of this run: two benches share the broker's virtual host. Run them one after the other.");
        track.At[(int)moment] = Stopwatch.GetTimestamp();
        if (moment == Moment.SecondSaved)
            track.Ended.TrySetResult();
    }

    /// <summary>Time between two moments of every journey, in milliseconds, shortest first.</summary>
    public double[] Between(Moment from, Moment to) =>
        [.. _tracks.Values.Select(track => Stopwatch.GetElapsedTime(track.At[(int)from], track.At[(int)to]).TotalMilliseconds).Order()];

    public void Clear() => _tracks.Clear();

    private sealed class Track
    {
        public long[] At { get; } = new long[Enum.GetValues<Moment>().Length];

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
