using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace WaaS.Logistics.Platform.Data.Embedded;

/// <summary>What a write sees while it runs: the one connection that may write, and the transaction all waiting writes share.</summary>
public sealed class WriteTurn
{
    private readonly StatementCache _statements;

    internal WriteTurn(SqliteConnection connection, SqliteTransaction transaction, StatementCache statements) =>
        (Connection, Transaction, _statements) = (connection, transaction, statements);

    public SqliteConnection Connection { get; }

    public SqliteTransaction Transaction { get; }

    /// <summary>A statement kept prepared for as long as the writer lives. The text must be a constant.</summary>
    public SqliteStatement Statement(string sql) => _statements.For(sql);

    public SqliteCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
        command.Transaction = Transaction;
        command.CommandText = sql;
        return command;
    }
}

/// <summary>
/// The only writer of the data file. Writes that wait together share one transaction and one fsync (group commit), each inside a
/// savepoint of its own, so that one that fails takes back nothing but itself. A caller gets its answer only after the commit is on disk.
/// </summary>
public sealed class SqliteWriter : IAsyncDisposable
{
    // Bounds how long the first caller of a group waits for the last one.
    private const int MaxWritesPerCommit = 256;
    private static readonly TimeSpan MaxGroupTime = TimeSpan.FromMilliseconds(20);

    private readonly Channel<PendingWrite> _queue = Channel.CreateUnbounded<PendingWrite>(new() { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly StatementCache _statements;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _commits;
    private long _writes;
    private long _running;
    private long _committing;

    public SqliteWriter(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        SqlitePragmas.ForWriter(_connection);
        _statements = new StatementCache(_connection);
        _thread = new Thread(Loop) { IsBackground = true, Name = "waas.db writer" };
        _thread.Start();
    }

    /// <summary>Commits made and writes they carried, since start.</summary>
    public (long Commits, long Writes) Counts => (Interlocked.Read(ref _commits), Interlocked.Read(ref _writes));

    /// <summary>Time spent running writes and waiting for commits to be on disk, since start.</summary>
    public (TimeSpan Running, TimeSpan Committing) Spent =>
        (Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _running)), Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _committing)));

    /// <summary>Runs <paramref name="write"/> on the writer's thread and returns when it is on disk.</summary>
    /// <exception cref="ObjectDisposedException">The writer has been closed.</exception>
    public Task<T> RunAsync<T>(Func<WriteTurn, T> write, CancellationToken cancel = default)
    {
        if (cancel.IsCancellationRequested)
            return Task.FromCanceled<T>(cancel);
        var pending = new PendingWrite<T>(write, cancel);
        return _queue.Writer.TryWrite(pending)
            ? pending.Task
            : Task.FromException<T>(new ObjectDisposedException(nameof(SqliteWriter)));
    }

    public Task RunAsync(Action<WriteTurn> write, CancellationToken cancel = default) =>
        RunAsync(turn => { write(turn); return 0; }, cancel);

    private void Loop()
    {
        var reader = _queue.Reader;
        var group = new List<PendingWrite>();
        try
        {
            // A plain thread: Microsoft.Data.Sqlite is synchronous all the way down, and a pool thread would be blocked by every fsync.
            while (reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
                CommitGroup(reader, group);
            _stopped.SetResult();
        }
        catch (Exception e)
        {
            _queue.Writer.TryComplete(e);
            while (reader.TryRead(out var left))
                left.Fail(e);
            _stopped.SetException(e);
        }
    }

    private void CommitGroup(ChannelReader<PendingWrite> reader, List<PendingWrite> group)
    {
        group.Clear();
        try
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            var turn = new WriteTurn(_connection, transaction, _statements);
            var started = Stopwatch.GetTimestamp();
            while (group.Count < MaxWritesPerCommit && Stopwatch.GetElapsedTime(started) < MaxGroupTime && reader.TryRead(out var pending))
                if (RunInSavepoint(pending, turn))
                    group.Add(pending);
            var ran = Stopwatch.GetTimestamp();
            transaction.Commit();
            Interlocked.Add(ref _running, ran - started);
            Interlocked.Add(ref _committing, Stopwatch.GetTimestamp() - ran);
        }
        catch (Exception e)
        {
            // Nothing of the group is on disk: nobody may be told otherwise.
            foreach (var pending in group)
                pending.Fail(e);
            return;
        }
        Interlocked.Increment(ref _commits);
        Interlocked.Add(ref _writes, group.Count);
        foreach (var pending in group)
            pending.Acknowledge();
    }

    private static bool RunInSavepoint(PendingWrite pending, WriteTurn turn)
    {
        if (pending.IsCancelled)
            return false;
        turn.Statement("SAVEPOINT write").Run();
        try
        {
            pending.Run(turn);
            turn.Statement("RELEASE write").Run();
            return true;
        }
        catch (Exception e)
        {
            // First, because SQLite may have ended the whole transaction by itself (disk full), and then the next line throws.
            pending.Fail(e);
            turn.Statement("ROLLBACK TO write").Run();
            turn.Statement("RELEASE write").Run();
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        try
        {
            await _stopped.Task;
        }
        finally
        {
            // A statement left over would keep the file open.
            _statements.Dispose();
            await _connection.DisposeAsync();
        }
    }

    private abstract class PendingWrite
    {
        public abstract bool IsCancelled { get; }
        public abstract void Run(WriteTurn turn);
        public abstract void Acknowledge();
        public abstract void Fail(Exception e);
    }

    private sealed class PendingWrite<T>(Func<WriteTurn, T> write, CancellationToken cancel) : PendingWrite
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _answer = default!;

        public Task<T> Task => _done.Task;

        public override bool IsCancelled
        {
            get
            {
                if (cancel.IsCancellationRequested)
                    _done.TrySetCanceled(cancel);
                return cancel.IsCancellationRequested;
            }
        }

        public override void Run(WriteTurn turn) => _answer = write(turn);

        public override void Acknowledge() => _done.TrySetResult(_answer);

        public override void Fail(Exception e) => _done.TrySetException(e);
    }
}
