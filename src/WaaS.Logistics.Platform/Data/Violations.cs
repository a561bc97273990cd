using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WaaS.Logistics.Platform.Messaging;

namespace WaaS.Logistics.Platform.Data;

/// <summary>Tells by the constraint's own name which rule of the database was broken.</summary>
public static class Violations
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteTrigger = 1811;

    public static bool IsOfInbox(DbUpdateException e) => e.InnerException switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation && postgres.ConstraintName == MessagingModel.InboxKey,
        SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKey } sqlite => sqlite.Message.Contains("_inbox.message_id, "),
        _ => false,
    };

    /// <param name="index">The unique index's name, which on SQLite must cover exactly <paramref name="columns"/>.</param>
    /// <param name="columns">As SQLite names them in its message: <c>table.column, table.column</c> with the service's prefix.</param>
    public static bool IsUnique(DbUpdateException e, string index, string columns) => e.InnerException switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation && postgres.ConstraintName == index,
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } sqlite => sqlite.Message.Contains($"failed: {columns}'") || sqlite.Message.Contains($"index '{index}'"),
        _ => false,
    };

    /// <summary>Two writers met, and the database let one of them go; on a fresh load it may try again.</summary>
    public static bool IsContention(DbUpdateException e) =>
        e.InnerException is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>The words a trigger of ours refused with, if it was one.</summary>
    public static string? RaisedByTrigger(DbUpdateException e) => e.InnerException switch
    {
        PostgresException { SqlState: PostgresErrorCodes.RaiseException } postgres => postgres.MessageText,
        SqliteException { SqliteExtendedErrorCode: SqliteTrigger } sqlite => sqlite.Message,
        _ => null,
    };
}
