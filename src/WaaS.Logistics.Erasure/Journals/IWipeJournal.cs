namespace WaaS.Logistics.Erasure;

/// <summary>Where the journal of one wipe is kept: on a medium of the station, or somewhere else that survives its end.</summary>
public interface IWipeJournal
{
    /// <summary>The last entry; null when there is none or it cannot be read, for what cannot be read proves nothing.</summary>
    JournalEntry? Read();

    /// <summary>
    /// Keeps an entry. What an erased carrier could not be gone on with without - a key, a password, a new state before a write - is safe when this returns; a mere
    /// watermark may follow later.
    /// </summary>
    /// <exception cref="IOException">It is not safe.</exception>
    void Save(JournalEntry entry);

    /// <summary>Keeps what is there under another name before a new wipe begins, where there is room for it.</summary>
    void SetAside(DateTimeOffset now);
}
