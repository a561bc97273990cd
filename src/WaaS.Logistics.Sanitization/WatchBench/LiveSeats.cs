using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Sanitization.WatchBench;

/// <summary>How many screens may watch at once. Each holds a connection for as long as it is open.</summary>
internal sealed class LiveSeats
{
    public const int PerPerson = 6, Together = 300;
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, int> _taken = [];

    /// <exception cref="RefusedException">All seats are taken.</exception>
    public IDisposable Take(Guid person)
    {
        lock (_lock)
        {
            var mine = _taken.GetValueOrDefault(person);
            if (mine >= PerPerson || _taken.Values.Sum() >= Together)
                throw new RefusedException("too-many-live", "Too many pages watch the bench live. Close some; this page asks every few seconds meanwhile.", StatusCodes.Status429TooManyRequests);
            _taken[person] = mine + 1;
        }
        return new Seat(this, person);
    }

    private void Free(Guid person)
    {
        lock (_lock)
        {
            if (_taken[person] == 1)
                _taken.Remove(person);
            else
                _taken[person]--;
        }
    }

    private sealed class Seat(LiveSeats seats, Guid person) : IDisposable
    {
        private LiveSeats? _seats = seats;

        public void Dispose() => Interlocked.Exchange(ref _seats, null)?.Free(person);
    }
}
