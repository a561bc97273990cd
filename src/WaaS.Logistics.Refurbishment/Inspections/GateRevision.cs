namespace WaaS.Logistics.Refurbishment.Inspections;

/// <summary>Which word of Sanitization about a device is the newer one: first by return cycle, then by revision in it.</summary>
internal readonly record struct GateRevision(int Cycle, int Revision) : IComparable<GateRevision>
{
    public int CompareTo(GateRevision other) => Cycle != other.Cycle ? Cycle.CompareTo(other.Cycle) : Revision.CompareTo(other.Revision);

    public static bool operator <(GateRevision left, GateRevision right) => left.CompareTo(right) < 0;

    public static bool operator >(GateRevision left, GateRevision right) => left.CompareTo(right) > 0;

    public static bool operator <=(GateRevision left, GateRevision right) => left.CompareTo(right) <= 0;

    public static bool operator >=(GateRevision left, GateRevision right) => left.CompareTo(right) >= 0;

    /// <exception cref="ArgumentException">Sanitization counts both from 1; anything else was not said by it.</exception>
    public GateRevision Sane() => Cycle >= 1 && Revision >= 1 ? this : throw new ArgumentException($"Cycle {Cycle}, revision {Revision}: both count from 1.");
}

/// <summary>The last that is known of Sanitization's gate.</summary>
internal enum GateState
{
    Reopened,
    Cleared,
}

/// <summary>What became of an event of the gate.</summary>
internal enum Heard
{
    Applied,
    Repeated,
    Superseded,
}
