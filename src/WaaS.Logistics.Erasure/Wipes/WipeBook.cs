using System.Security.Cryptography;

namespace WaaS.Logistics.Erasure;

/// <summary>Keeps the journal of one wipe: a key is on the medium before the first byte of its stream is, a password before the drive has it.</summary>
internal sealed class WipeBook(WipeRequest request, Recipe recipe, string? technique)
{
    /// <summary>Places of marks where the request names none: none of them left at 99.9 % confidence means at most 0.1 % of the carrier left.</summary>
    public const int DefaultMarks = 6905;

    private OverwrittenPass? _ended;

    /// <summary>What the journal holds.</summary>
    public JournalEntry Entry { get; private set; } = FirstPass(request, recipe, technique);

    /// <summary>Why the journal could not be kept after the first write; null when it was.</summary>
    public string? Failure { get; private set; }

    /// <summary>Stream of the present pass, or of the marks.</summary>
    public Keystream Stream => new(Convert.FromHexString(Entry.KeyHex));

    /// <summary>Passes made, the present one included once it has ended.</summary>
    public IReadOnlyList<OverwrittenPass> Passes => _ended is { } ended ? [.. Entry.Finished, ended] : Entry.Finished;

    public bool IsLastPass => Entry.Pass == Entry.Passes;

    public DateTimeOffset StartedAt => Entry.Finished is [var first, ..] ? first.StartedAt : Entry.StartedAt;

    /// <summary>An earlier journal of this very wipe, which can be gone on with; null when there is none.</summary>
    public JournalEntry? Resumable() => request.Journal.Read() is { } earlier && earlier.CanResume(Entry) ? earlier : null;

    /// <summary>Goes on with an earlier journal when every field fits, or begins a new one; stored when it returns.</summary>
    public void Open()
    {
        if (Resumable() is { } earlier)
        {
            bool writing = earlier.State is JournalState.Writing or JournalState.Written;
            Entry = earlier with { Runs = writing ? earlier.Runs + 1 : earlier.Runs };
        }
        else
        {
            // Opening a hidden area makes another size of the same carrier; what was opened stays told.
            HiddenAreaReport? opened = request.Journal.Read() is { } other && other.Job == Entry.Job && other.Serial == Entry.Serial ? other.Hidden : null;
            request.Journal.SetAside(request.Clock.GetUtcNow());
            Entry = Entry with { Hidden = opened };
        }

        request.Journal.Save(Entry);
    }

    /// <exception cref="IOException">Not stored: nothing may be written.</exception>
    public void Begin()
    {
        if (Entry.State == JournalState.Prepared && Entry.Passes > 0)
        {
            Entry = Entry with { State = JournalState.Writing, UpdatedAt = request.Clock.GetUtcNow() };
        }

        request.Journal.Save(Entry);
    }

    /// <exception cref="IOException">Not stored: nothing may be written.</exception>
    public void KeepHidden(HiddenAreaReport found)
    {
        Entry = Entry with { Hidden = found.After(Entry.Hidden), UpdatedAt = request.Clock.GetUtcNow() };
        request.Journal.Save(Entry);
    }

    /// <summary>The same carrier shows more than it did: what is not begun yet is for all of it.</summary>
    /// <exception cref="IOException">Not stored: nothing may be written.</exception>
    public void Grow()
    {
        JournalEntry whole = FirstPass(request, recipe, technique);
        Entry = whole with { Hidden = Entry.Hidden };
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

        JournalEntry next = FirstPass(request, recipe, technique) with { Pass = Entry.Pass + 1, Finished = Passes, State = JournalState.Writing, Hidden = Entry.Hidden };
        Save(next);
        if (Failure is not null)
        {
            return false;
        }

        _ended = null;
        return true;
    }

    /// <summary>The command is about to be given; from here on only the erase can be gone on with.</summary>
    /// <exception cref="IOException">Not stored: the command must not be given.</exception>
    public void BeginErase()
    {
        FirmwareEntry erase = Entry.Firmware!;
        DateTimeOffset now = request.Clock.GetUtcNow();
        Entry = Entry with
        {
            State = JournalState.Erasing,
            Finished = Passes,
            Firmware = erase with { Runs = erase.Runs + 1, StartedAt = erase.StartedAt ?? now },
            UpdatedAt = now,
        };
        _ended = null;
        request.Journal.Save(Entry);
    }

    /// <exception cref="IOException">Not stored.</exception>
    public void KeepErase(Func<FirmwareEntry, FirmwareEntry> change)
    {
        JournalEntry entry = Entry with { Firmware = change(Entry.Firmware!), UpdatedAt = request.Clock.GetUtcNow() };
        request.Journal.Save(entry);
        Entry = entry;
    }

    public void EndErase(FirmwareResult result)
    {
        bool ended = result.Failure != WipeResult.Stopped;
        // A drive that no longer has the password leaves nothing to be taken away again.
        string? password = result.Outcome == FirmwareOutcome.Completed ? null : Entry.Firmware!.Password;
        Save(Entry with
        {
            State = ended ? JournalState.Erased : JournalState.Erasing,
            ErasedIn = ended ? MachineStart.Id : null,
            Identity = ended ? request.Target.Identity : Entry.Identity,
            Firmware = Entry.Firmware! with { Result = ended ? result : null, Password = password, SeedHalfHex = result.Outcome == FirmwareOutcome.Completed ? NewHalf() : null },
        });
    }

    // Marks have their seed already; where all is looked at there is none.
    private string? NewHalf() => Entry.Firmware!.MarkSeedHex is null && request.LookSamples(request.Target.Identity.SizeBytes) is not null
        ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SamplePlan.SeedBytes)) : null;

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

    private static JournalEntry FirstPass(WipeRequest request, Recipe recipe, string? technique)
    {
        DateTimeOffset now = request.Clock.GetUtcNow();
        var stream = new Keystream(Keystream.NewKey(request.KeyBytes));
        return new JournalEntry
        {
            Job = request.Job,
            Serial = request.Serial.Value,
            Identity = request.Target.Identity,
            Technique = technique ?? WipeResult.OverwriteTechnique,
            Recipe = recipe.Key,
            Passes = recipe.Passes,
            Pass = Math.Min(1, recipe.Passes),
            Algorithm = stream.Algorithm,
            KeyHex = stream.KeyHex,
            WatermarkBytes = 0,
            State = JournalState.Prepared,
            StartedAt = now,
            UpdatedAt = now,
            Firmware = technique is null ? null : new FirmwareEntry
            {
                Technique = technique,
                MarkSeedHex = recipe.Passes > 0 ? null : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SamplePlan.SeedBytes)),
                MarkSamples = recipe.Passes > 0 ? 0 : request.LookSamples(request.Target.Identity.SizeBytes) ?? DefaultMarks,
            },
        };
    }
}
