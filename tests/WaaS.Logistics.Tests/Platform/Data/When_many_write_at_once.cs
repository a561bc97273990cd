using Microsoft.Data.Sqlite;
using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Tests.Platform.Data;

public sealed class When_many_write_at_once : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("waas-writer-").FullName;
    private SqliteWriter _writer = null!;

    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "waas.db"), Pooling = false }.ToString();

    public async ValueTask InitializeAsync()
    {
        _writer = new SqliteWriter(ConnectionString);
        await _writer.RunAsync(turn => Execute(turn, "CREATE TABLE fact (id INTEGER PRIMARY KEY)"));
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task They_share_commits_and_none_is_lost()
    {
        var before = _writer.Counts;
        await Task.WhenAll(Enumerable.Range(1, 2000).Select(id => _writer.RunAsync(turn => Execute(turn, $"INSERT INTO fact VALUES ({id})"))));
        Assert.Equal(2000L, Count());
        var (commits, writes) = (_writer.Counts.Commits - before.Commits, _writer.Counts.Writes - before.Writes);
        Assert.Equal(2000, writes);
        Assert.True(commits < writes / 4, $"{writes} writes took {commits} commits: they did not share any.");
    }

    [Fact]
    public async Task One_that_fails_takes_back_only_itself()
    {
        var good = Enumerable.Range(1, 50).Select(id => _writer.RunAsync(turn => Execute(turn, $"INSERT INTO fact VALUES ({id})"))).ToList();
        var bad = _writer.RunAsync(turn =>
        {
            Execute(turn, "INSERT INTO fact VALUES (1000)");
            throw new InvalidOperationException("refused");
        });
        var after = _writer.RunAsync(turn => Execute(turn, "INSERT INTO fact VALUES (2000)"));
        await Task.WhenAll(good);
        await after;
        Assert.Equal("refused", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message);
        Assert.Equal(51L, Count());
    }

    [Fact]
    public async Task Nobody_is_acknowledged_when_the_commit_fails()
    {
        await _writer.RunAsync(turn => Execute(turn, "CREATE TABLE parent (id INTEGER PRIMARY KEY)"));
        await _writer.RunAsync(turn => Execute(turn, "CREATE TABLE child (parent INTEGER REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED)"));
        var block = new ManualResetEventSlim();
        var holds = _writer.RunAsync(_ => block.Wait());
        var innocent = _writer.RunAsync(turn => Execute(turn, "INSERT INTO fact VALUES (1)"));
        // A deferred foreign key is judged at COMMIT, after both have run without complaint.
        var orphan = _writer.RunAsync(turn => Execute(turn, "INSERT INTO child VALUES (99)"));
        block.Set();
        await Assert.ThrowsAsync<SqliteException>(() => orphan);
        await Record.ExceptionAsync(() => holds);
        var told = await Record.ExceptionAsync(() => innocent);
        Assert.Equal(told is null ? 1L : 0L, Count());
    }

    [Fact]
    public async Task A_cancelled_write_that_has_not_begun_never_happens()
    {
        var block = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        var holds = _writer.RunAsync(_ => block.Wait());
        var waiting = _writer.RunAsync(turn => Execute(turn, "INSERT INTO fact VALUES (1)"), cancel.Token);
        await cancel.CancelAsync();
        block.Set();
        await holds;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(0L, Count());
    }

    [Fact]
    public async Task Closing_finishes_what_was_accepted_and_refuses_the_rest()
    {
        var accepted = Enumerable.Range(1, 500).Select(id => _writer.RunAsync(turn => Execute(turn, $"INSERT INTO fact VALUES ({id})"))).ToList();
        await _writer.DisposeAsync();
        await Task.WhenAll(accepted);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _writer.RunAsync(_ => { }));
        Assert.Equal(500L, Count());
    }

    private static void Execute(WriteTurn turn, string sql)
    {
        using var command = turn.Command(sql);
        command.ExecuteNonQuery();
    }

    private long Count()
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM fact";
        return (long)command.ExecuteScalar()!;
    }
}
