using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Resale.Units;

internal enum GateVerdict
{
    /// <summary>Newer than everything heard: it counts.</summary>
    Counts,

    /// <summary>Something that closes the gate and is not older was heard before.</summary>
    Beaten,

    /// <summary>Said again, or older than what counts.</summary>
    Superseded,
}

/// <summary>
/// The newest word about a device, in the order of cycle and clearance revision and not of arrival. Everything that decides about a device changes
/// this row or its unit, so that two of them collide instead of missing each other.
/// </summary>
internal sealed class DeviceGate : Root
{
    private DeviceGate()
    {
    }

    public DeviceGate(Guid deviceId) => Id = deviceId;

    public int Cycle { get; private set; }
    public int Revision { get; private set; }
    public bool IsOpen { get; private set; }

    /// <summary>Why it is closed.</summary>
    public string? Reason { get; private set; }

    /// <summary>Cycles up to this one have ended for good: their receipt was taken back.</summary>
    public int EndedThrough { get; private set; }

    public GateVerdict Grade(int cycle, int revision)
    {
        if (cycle <= EndedThrough)
            return GateVerdict.Superseded;
        if (!IsNewer(cycle, revision))
            return cycle == Cycle && !IsOpen ? GateVerdict.Beaten : GateVerdict.Superseded;
        (Cycle, Revision, IsOpen, Reason) = (cycle, revision, true, null);
        return GateVerdict.Counts;
    }

    /// <summary>Re-opened or scrapped. At the same revision shutting outweighs opening, whichever is heard first.</summary>
    public GateVerdict Shut(int cycle, int revision, string reason)
    {
        if (!IsNewer(cycle, revision) && !(IsOpen && (cycle, revision) == (Cycle, Revision)))
            return GateVerdict.Superseded;
        (Cycle, Revision) = (cycle, revision);
        Close(reason);
        return GateVerdict.Counts;
    }

    /// <summary>Closed by what happened in this house: only a higher revision opens it.</summary>
    public void Close(string reason) => (IsOpen, Reason) = (false, reason);

    public GateVerdict End(int cycle, string reason)
    {
        if (cycle <= EndedThrough)
            return GateVerdict.Superseded;
        EndedThrough = cycle;
        if (Cycle <= cycle)
            Close(reason);
        return GateVerdict.Counts;
    }

    private bool IsNewer(int cycle, int revision) => cycle > Cycle || cycle == Cycle && revision > Revision;
}
