using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace WaaS.Logistics.Platform.Data;

/// <summary>Faults of the store, which no other message or request would escape: not those of what was to be stored.</summary>
public static class StorageFaults
{
    private const int NoSpace = 28;

    /// <summary>It may be back or have room again in a while; what was to be done can be done then.</summary>
    public static bool IsOutOfReach(Exception fault) => IsFull(fault) || fault switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is raw.SQLITE_IOERR or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN,
        // Shut down, starting, no memory or connections left, a disk that fails, a stand-by that may not be written to.
        PostgresException postgres => postgres.SqlState is "57P01" or "57P02" or "57P03" or "53200" or "53300" or "58030" or "25006",
        NpgsqlException => true,
        _ => false,
    };

    /// <summary>There is no room left on the disk, whoever says so.</summary>
    public static bool IsFull(Exception? fault) => fault switch
    {
        null => false,
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } or PostgresException { SqlState: "53100" } or IOException { HResult: NoSpace } => true,
        _ => IsFull(fault.InnerException),
    };
}
