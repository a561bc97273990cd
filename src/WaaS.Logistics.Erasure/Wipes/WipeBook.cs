namespace WaaS.Logistics.Erasure;

/// <summary>Keeps the journal of one wipe: a key is on the medium before the first byte of its stream is.</summary>
internal sealed class WipeBook(WipeRequest request)
{
    private OverwrittenPass? _ended;

    /// <summary>What the journal holds.</summary>
    public JournalEntry Entry { get; private set; } = FirstPass(request);

    /// <summary>Why the journal could not be kept after the first write; null when it was.</summary>
    public string? Failure { get; private set; }

    /// <summary>Stream of the present pass.</summary>
    public Keystream Stream => new(Convert.FromHexString(Entry.KeyHex));

    /// <summary>Passes made, the present one included once it has ended.</summary>
    public IReadOnlyList<OverwrittenPass> Passes => _ended is { } ended ? [.. Entry.Finished, ended] : Entry.Finished;

    public bool IsLastPass => Entry.Pass == Entry.Passes;

    public DateTimeOffset StartedAt => Entry.Finished is [var first, ..] ? first.StartedAt : Entry.StartedAt;

    /// <summary>Goes on with an earlier journal when every field fits, or begins a new one; stored when it returns.</summary>
    public void Open()
    {
        if (request.Journal.Read() is { } earlier && earlier.CanResume(Entry))
        {
            Entry = earlier with { Runs = earlier.State == JournalState.Prepared ? earlier.Runs : earlier.Runs + 1 };
        }
        else
        {
            request.Journal.SetAside(request.Clock.GetUtcNow());
        }

        request.Journal.Save(Entry);
    }

    /// <exception cref="IOException">Not stored: nothing may be written.</exception>
    public void Begin()
    {
        Entry = Entry with { State = JournalState.Writing, UpdatedAt = request.Clock.GetUtcNow() };
        request.Journal.Save(Entry);
    }

    public void Mark(long watermark) => Save(Entry with { State = JournalState.Writing, WatermarkBytes = watermark });

    public void EndPass(OverwriteResult written)
    {
        bool whole = written is { Failure: null, Cancelled: false };
        _ended = new OverwrittenPass
        {
            Number = Entry.Pass,
            Algorithm = Entry.Algorithm,
            KeyHex = Entry.KeyHex,
            Runs = Entry.Runs,
            StartedAt = Entry.StartedAt,
            EndedAt = written.EndedAt,
            // A failed flush or a dead carrier leaves nothing to be sure of above the last checkpoint.
            FlushedBytes = written.Failure is null ? written.AcknowledgedBytes : written.WatermarkBytes,
            BadSectors = written.BadSectors,
            Failure = written.Failure ?? (written.Cancelled ? WipeResult.Stopped : null),
        };
        bool last = whole && IsLastPass;
        Save(Entry with { State = last ? JournalState.Written : JournalState.Writing, WatermarkBytes = written.WatermarkBytes });
    }

    /// <returns>False when there is none, or when its key could not be stored: then it must not be written.</returns>
    public bool NextPass()
    {
        if (IsLastPass || Failure is not null)
        {
            return false;
        }

        JournalEntry next = FirstPass(request) with { Pass = Entry.Pass + 1, Finished = Passes, State = JournalState.Writing };
        Save(next);
        if (Failure is not null)
        {
            return false;
        }

        _ended = null;
        return true;
    }

    public void Close(bool proven) => Save(Entry with { State = proven ? JournalState.Proven : JournalState.Failed });

    private void Save(JournalEntry entry)
    {
        entry = entry with { UpdatedAt = request.Clock.GetUtcNow() };
        try
        {
            request.Journal.Save(entry);
            Entry = entry;
        }
        catch (IOException failed)
        {
            // The wipe goes on, the carrier is already gone; but a run whose journal has holes is no proof.
            Failure ??= failed.Message;
        }
    }

    private static JournalEntry FirstPass(WipeRequest request)
    {
        DateTimeOffset now = request.Clock.GetUtcNow();
        var stream = new Keystream(Keystream.NewKey(request.KeyBytes));
        return new JournalEntry
        {
            Job = request.Job,
            Serial = request.Serial.Value,
            Identity = request.Target.Identity,
            Technique = WipeResult.OverwriteTechnique,
            Passes = request.Passes,
            Pass = 1,
            Algorithm = stream.Algorithm,
            KeyHex = stream.KeyHex,
            WatermarkBytes = 0,
            State = JournalState.Prepared,
            StartedAt = now,
            UpdatedAt = now,
        };
    }
}
