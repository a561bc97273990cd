using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WaaS.Logistics.Platform.Data.Embedded;

/// <summary>
/// A statement prepared once and run again and again on the writer's thread. SqliteCommand spends several times as long on itself
/// (reader, names, clock) as SQLite does on a small statement, and everything in the product waits for this one thread.
/// </summary>
public sealed class SqliteStatement : IDisposable
{
    private readonly Dictionary<string, int> _positions = [];
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    internal SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    public SqliteStatement With(string name, long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, Position(name), number) : raw.sqlite3_bind_null(_statement, Position(name)));
        return this;
    }

    public SqliteStatement With(string name, string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, Position(name)) : raw.sqlite3_bind_text(_statement, Position(name), value));
        return this;
    }

    public SqliteStatement WithBlob(string name, byte[]? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, Position(name)) : raw.sqlite3_bind_blob(_statement, Position(name), value));
        return this;
    }

    /// <summary>Binds text that is UTF-8 already.</summary>
    public SqliteStatement WithText(string name, ReadOnlySpan<byte> utf8)
    {
        Check(raw.sqlite3_bind_text(_statement, Position(name), utf8));
        return this;
    }

    /// <summary>Goes to the next row; false after the last one.</summary>
    /// <exception cref="SqliteException">The statement failed.</exception>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        raw.sqlite3_reset(_statement);
        if (code != raw.SQLITE_DONE)
            Check(code);
        return false;
    }

    /// <summary>Runs the statement to its end and tells how many rows it changed.</summary>
    public int Run()
    {
        while (Step())
        {
        }
        return raw.sqlite3_changes(_database);
    }

    /// <summary>The first column of the first row; null where there is no row, or no value.</summary>
    public long? Number()
    {
        var answer = Step() ? NumberAt(0) : null;
        raw.sqlite3_reset(_statement);
        return answer;
    }

    public long? NumberAt(int column) => IsNull(column) ? null : raw.sqlite3_column_int64(_statement, column);

    public string? TextAt(int column) => IsNull(column) ? null : raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public byte[] BytesAt(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    internal void Reset() => raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    private int Position(string name)
    {
        if (_positions.TryGetValue(name, out var position))
            return position;
        position = raw.sqlite3_bind_parameter_index(_statement, name);
        return position > 0 ? _positions[name] = position : throw new ArgumentException($"The statement has no parameter {name}.", nameof(name));
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, _database);
    }
}

/// <summary>The statements of one connection, by their text.</summary>
internal sealed class StatementCache(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    public SqliteStatement For(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements[sql] = statement = new SqliteStatement(connection, sql);
        statement.Reset();
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _statements.Clear();
    }
}
