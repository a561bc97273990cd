using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Sanitization.KeepJournal;

/// <summary>That a journal is kept for a job of a machine which wipes itself, who read it, and that it was erased. The audit trail tells of each.</summary>
internal sealed class JobJournal : Root
{
    private JobJournal()
    {
    }

    public JobJournal(Guid jobId, Guid deviceId, string openedBy, DateTime now) => (JobId, DeviceId, OpenedBy, OpenedAt) = (jobId, deviceId, openedBy, now);

    public Guid JobId { get; private set; }
    public Guid DeviceId { get; private set; }
    public string OpenedBy { get; private set; } = "";
    public DateTime OpenedAt { get; private set; }
    public DateTime? LastReadAt { get; private set; }
    public string? LastReadBy { get; private set; }
    public DateTime? ErasedAt { get; private set; }

    public void Read(string by, DateTime now) => (LastReadAt, LastReadBy) = (now, by);

    public void Erase(DateTime now) => ErasedAt ??= now;
}

/// <summary>Its last state, sealed: it holds the key of the stream. Replaced every few seconds, so it leaves no line of its own in the audit trail.</summary>
internal sealed class JournalPage
{
    public required Guid JobId { get; init; }
    public required long Revision { get; set; }

    /// <summary>SHA-256 of the journal as it came, to know one that is sent again.</summary>
    public required string Hash { get; set; }

    /// <summary>By the product's data protection, for this job alone; base64.</summary>
    public required string Sealed { get; set; }
    public required DateTime WrittenAt { get; set; }
}
