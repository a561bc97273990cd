using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Host.Commands;

/// <summary>What is wrong around the program, not in it: said in a sentence. It may be mended meanwhile, so that starting again is worth a try.</summary>
internal static class Surroundings
{
    /// <returns>Null where the fault may be the program's own: then its stack is wanted.</returns>
    public static string? Say(Exception fault)
    {
        for (var e = fault; e is not null; e = e.InnerException)
            if (SayOne(e, fault) is { } sentence)
                return sentence;
        return null;
    }

    private static string? SayOne(Exception e, Exception outermost) => e switch
    {
        AddressInUseException => $"{Line(outermost)} Stop the other program, or choose another address with --urls.",
        InvalidOperationException when e.Message.StartsWith("Unable to configure HTTPS endpoint", StringComparison.Ordinal) =>
            "An https address needs a certificate: set Kestrel:Certificates:Default:Path and Kestrel:Certificates:Default:Password, or listen on http behind a proxy.",
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN } => $"The data file cannot be written: {Line(e)} Make room or mend the disk or its rights, then start again; what was acknowledged is kept.",
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } => $"The data file is damaged: {Line(e)} Keep it as it is, and restore a backup into another folder.",
        PostgresException refused => $"PostgreSQL refuses: {refused.MessageText}. Look at ConnectionStrings:Postgres.",
        NpgsqlException => $"PostgreSQL cannot be reached: {Line(e)} Look at ConnectionStrings:Postgres, and whether it runs.",
        SocketException => $"The address cannot be listened on or reached: {Line(e)} Look at --urls.",
        IOException when StorageFaults.IsFull(e) => Line(e),
        _ => null,
    };

    private static string Line(Exception e) => e.Message.ReplaceLineEndings(" ").TrimEnd('.') + ".";
}
