using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.InDevice;

/// <summary>
/// The journal of a machine that has nowhere else to keep one: on the server. What the carrier could not be gone on with without is on the server's disk before a call
/// returns; watermarks follow when the server can be reached, and only the last of them.
/// </summary>
internal sealed class ServerJournal(ServerClient server, Guid job, Speaker speaker) : IWipeJournal, IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _one = new(1);
    private readonly Lock _lock = new();
    private JournalEntry? _entry, _safe;
    private (long Revision, JournalEntry Entry)? _waiting;
    private long _revision, _sent;
    private volatile bool _begun;

    /// <summary>Ends a wait for the server in the middle of a wipe.</summary>
    public CancellationToken Stop { get; set; }

    /// <summary>Takes up what an earlier boot left.</summary>
    /// <exception cref="ServerUnreachableException">It could not be asked.</exception>
    public async Task LoadAsync(long? revision, CancellationToken cancellation)
    {
        if (revision is null)
        {
            return;
        }

        RunJournal kept = await server.ReadJournalAsync(job, cancellation).ConfigureAwait(false);
        _revision = _sent = kept.Revision;
        _entry = _safe = JournalEntry.Parse(kept.Content)?.ProvenAgain();
    }

    /// <summary>From here on the carrier is being changed: a server that is away is waited for, and no reason to stop.</summary>
    public void Begin() => _begun = true;

    public JournalEntry? Read()
    {
        lock (_lock)
        {
            return _entry;
        }
    }

    /// <exception cref="JournalPlaceException">It is not on the server, and nothing was written by this call.</exception>
    /// <exception cref="IOException">It is not on the server, and the wait for it was ended.</exception>
    public void Save(JournalEntry entry)
    {
        long revision;
        bool mayFollow;
        lock (_lock)
        {
            mayFollow = MayFollow(entry);
            revision = ++_revision;
            _entry = entry;
            _waiting = mayFollow ? (revision, entry) : null;
        }

        if (!mayFollow)
        {
            KeepNow(revision, entry);
        }
    }

    /// <summary>The server keeps the last journal only; what it held of another wipe is replaced by the first entry of this one.</summary>
    public void SetAside(DateTimeOffset now)
    {
    }

    /// <summary>Sends the last state that may follow.</summary>
    /// <exception cref="ServerUnreachableException">The server is away; it is sent with the next call.</exception>
    public async Task SendWaitingAsync(CancellationToken cancellation)
    {
        (long Revision, JournalEntry Entry)? waiting;
        lock (_lock)
        {
            waiting = _waiting;
        }

        if (waiting is not { } last)
        {
            return;
        }

        await PostAsync(last.Revision, last.Entry, cancellation).ConfigureAwait(false);
        lock (_lock)
        {
            _waiting = _waiting?.Revision == last.Revision ? null : _waiting;
        }
    }

    /// <summary>Sends it if the server can be reached; if not, a later boot does a little more again.</summary>
    public async Task TrySendWaitingAsync()
    {
        try
        {
            await SendWaitingAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception away) when (away is ServerUnreachableException or ServerRefusedException)
        {
            speaker.Tell(speaker.Line.Journal.Behind(away.Message));
        }
    }

    public void Dispose() => _one.Dispose();

    // Only how far a pass got, or that a stage has ended, can be found again by doing it again.
    private bool MayFollow(JournalEntry entry) =>
        _safe is { } safe && entry.State is not (JournalState.Prepared or JournalState.Erasing)
        && safe.State is JournalState.Writing or JournalState.Erasing or JournalState.Written or JournalState.Erased
        && safe.KeyHex == entry.KeyHex && safe.Pass == entry.Pass && safe.Runs == entry.Runs && safe.Hidden == entry.Hidden
        && (entry.Firmware?.Password is null || entry.Firmware.Password == safe.Firmware?.Password)
        && safe.Firmware?.MarksStood == entry.Firmware?.MarksStood && safe.Firmware?.Runs == entry.Firmware?.Runs;

    private void KeepNow(long revision, JournalEntry entry)
    {
        // Marks are written before the first word about it; then the carrier is changed already.
        bool changed = _begun || entry.Firmware is { MarksStood: true } || entry.State is JournalState.Erasing;
        for (bool told = false; ; told = true)
        {
            try
            {
                // On the wipe's own thread, which has nothing else to do: the next thing would be a write.
                PostAsync(revision, entry, Stop).GetAwaiter().GetResult();
                if (told)
                {
                    speaker.Tell(speaker.Line.Journal.Back);
                }

                return;
            }
            catch (ServerUnreachableException away) when (!changed)
            {
                throw new JournalPlaceException(speaker.Line.Journal.Nowhere(away.Message));
            }
            catch (ServerRefusedException refused) when (!changed)
            {
                throw new JournalPlaceException(speaker.Line.Journal.Nowhere($"{refused.Rule}: {refused.Message}"));
            }
            catch (ServerUnreachableException away)
            {
                if (!told)
                {
                    speaker.Tell(speaker.Line.Journal.Waits(away.Message));
                }

                if (Stop.WaitHandle.WaitOne(Again))
                {
                    throw new IOException(speaker.Line.Journal.StoppedAway);
                }
            }
            catch (ServerRefusedException refused)
            {
                throw new IOException(speaker.Line.Journal.Refused(refused));
            }
            catch (OperationCanceledException)
            {
                throw changed ? new IOException(speaker.Line.Journal.StoppedSending) : new OperationCanceledException(Stop);
            }
        }
    }

    private async Task PostAsync(long revision, JournalEntry entry, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // A later one went by while this one waited.
            lock (_lock)
            {
                if (_sent >= revision)
                {
                    return;
                }
            }

            await server.KeepJournalAsync(job, new RunJournal { Revision = revision, Content = entry.ToBytes() }, cancellation).ConfigureAwait(false);
            lock (_lock)
            {
                (_sent, _safe) = (revision, entry);
            }
        }
        finally
        {
            _one.Release();
        }
    }
}
