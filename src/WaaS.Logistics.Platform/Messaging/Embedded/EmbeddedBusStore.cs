using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>
/// Where the embedded bus keeps its queues: the tables <c>bus_*</c> of the one data file. One instance per data file and process;
/// the process must be the sole owner of the file. <see cref="EmbeddedBusSchema.Ensure"/> comes first.
/// </summary>
public sealed class EmbeddedBusStore
{
    /// <param name="writer">The only writer of the data file; every change the bus makes goes through it.</param>
    /// <param name="readerConnectionString">Connection string for reading the same file.</param>
    /// <param name="time">The clock; the system's by default.</param>
    public EmbeddedBusStore(SqliteWriter writer, string readerConnectionString, TimeProvider? time = null)
    {
        Writer = writer;
        ReaderConnectionString = readerConnectionString;
        Clock = new BusClock(time ?? TimeProvider.System);
        Signals = new QueueSignals(Clock);
        Topology = new BusTopology();
        Outgoing = new OutgoingMessages(Topology, Signals);
        Leases = new Leases(Topology, Signals);
    }

    internal SqliteWriter Writer { get; }

    internal string ReaderConnectionString { get; }

    internal BusClock Clock { get; }

    internal QueueSignals Signals { get; }

    internal BusTopology Topology { get; }

    internal OutgoingMessages Outgoing { get; }

    internal Leases Leases { get; }
}
