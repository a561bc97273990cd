using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Station.InDevice;

/// <summary>
/// The journal of a machine whose memory goes with its power: before a new stage is kept, the steps of the one before are with the server, or a later boot would go on with work that no step tells
/// of. A server that is away holds nothing up.
/// </summary>
/// <param name="journal">Where it is kept.</param>
/// <param name="send">Sends the steps so far; false where they could not be.</param>
internal sealed class StepsFirst(IWipeJournal journal, Func<bool> send) : IWipeJournal
{
    private (JournalState State, int Pass)? _stage;

    public JournalEntry? Read() => journal.Read();

    public void Save(JournalEntry entry)
    {
        bool owed = _stage is { } before && before != (entry.State, entry.Pass) && !send();
        journal.Save(entry);
        _stage = (entry.State, entry.Pass);
        if (owed)
        {
            // The place of the journal may have waited for the server.
            _ = send();
        }
    }

    public void SetAside(DateTimeOffset now) => journal.SetAside(now);
}
