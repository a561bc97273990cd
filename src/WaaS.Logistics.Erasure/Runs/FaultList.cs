namespace WaaS.Logistics.Erasure;

/// <summary>Bad sectors in order, neighbours joined; gives the carrier up when there are too many.</summary>
internal sealed class FaultList(string action, int limit)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, SectorFault> _faults = [];

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _faults.Count;
            }
        }
    }

    /// <exception cref="MediumFailedException">One more than the limit.</exception>
    public void Add(long offset, int length, string error)
    {
        lock (_lock)
        {
            _faults[offset] = new SectorFault(offset, length, error);
            if (_faults.Count > limit)
            {
                throw new MediumFailedException(action, offset, $"more than {limit} bad sectors");
            }
        }
    }

    public IReadOnlyList<SectorFault> Joined()
    {
        lock (_lock)
        {
            List<SectorFault> joined = [];
            foreach (SectorFault fault in _faults.Values)
            {
                if (joined is [.., { } last] && last.OffsetBytes + last.LengthBytes == fault.OffsetBytes && last.Error == fault.Error)
                {
                    joined[^1] = last with { LengthBytes = last.LengthBytes + fault.LengthBytes };
                }
                else
                {
                    joined.Add(fault);
                }
            }

            return joined;
        }
    }
}
