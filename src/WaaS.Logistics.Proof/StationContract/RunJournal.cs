namespace WaaS.Logistics.Proof.StationContract;

/// <summary>
/// The journal of a wipe in a machine that keeps nothing itself. Once answered it is on the server's disk. Revisions rise; the same one with the same bytes changes nothing.
/// </summary>
public sealed record RunJournal
{
    /// <summary>The largest journal that is taken, in bytes.</summary>
    public const int MaximumBytes = 4 << 20;

    /// <summary>From 1; each later state has a higher one.</summary>
    public required long Revision { get; init; }

    /// <summary>The journal as the station wrote it. It carries the key of the stream and is a secret until the wipe has ended; base64 on the wire.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>The journal is on the server's disk.</summary>
public sealed record RunJournalReply
{
    /// <summary>The revision kept.</summary>
    public required long Revision { get; init; }
}
