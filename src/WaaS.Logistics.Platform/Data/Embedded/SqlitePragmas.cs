using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WaaS.Logistics.Platform.Data.Embedded;

/// <summary>Set on every open, because pragmas belong to a connection and the pool opens new ones unasked.</summary>
internal static class SqlitePragmas
{
    // 3.51.3 repaired the WAL reset that could lose commits.
    private static readonly Version OldestSafe = new(3, 51, 3);

    public static void ForWriter(SqliteConnection connection)
    {
        RequireSafeVersion(connection);
        Run(connection, "PRAGMA journal_mode = WAL");
        Run(connection, "PRAGMA synchronous = FULL");
        Run(connection, "PRAGMA busy_timeout = 30000");
        Run(connection, "PRAGMA foreign_keys = ON");
        Run(connection, "PRAGMA journal_size_limit = 67108864");
        Run(connection, "PRAGMA temp_store = MEMORY");
    }

    // The pool hands the same native connections out again and again, and they keep what was set.
    private static readonly ConditionalWeakTable<sqlite3, object> Readers = [];

    public static void ForReader(SqliteConnection connection)
    {
        if (Readers.TryGetValue(connection.Handle!, out _))
            return;
        Run(connection, "PRAGMA busy_timeout = 30000");
        Run(connection, "PRAGMA foreign_keys = ON");
        Run(connection, "PRAGMA synchronous = FULL");
        // A write that does not go through the one writer fails at once instead of starving the others.
        Run(connection, "PRAGMA query_only = ON");
        Readers.AddOrUpdate(connection.Handle!, Readers);
    }

    private static void RequireSafeVersion(SqliteConnection connection)
    {
        if (Version.Parse(connection.ServerVersion) < OldestSafe)
            throw new InvalidOperationException(
                $"SQLite {connection.ServerVersion} is too old: {OldestSafe} or newer is needed, earlier ones can lose a commit when the log is reset.");
    }

    private static void Run(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        command.ExecuteNonQuery();
    }
}
