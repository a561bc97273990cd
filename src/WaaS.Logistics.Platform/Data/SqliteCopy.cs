using Microsoft.Data.Sqlite;

namespace WaaS.Logistics.Platform.Data;

/// <summary>
/// A consistent copy of the data file by SQLite itself. Copying the file by hand would open it beside SQLite and drop the process's locks.
/// </summary>
internal static class SqliteCopy
{
    /// <returns>False when the file holds no table yet.</returns>
    public static async Task<bool> Take(string databaseFile, string target, CancellationToken cancel)
    {
        var part = target + ".part";
        File.Delete(part);
        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = databaseFile, Pooling = false }.ToString()))
        {
            await connection.OpenAsync(cancel);
            if (await Scalar(connection, "SELECT count(*) FROM sqlite_master", cancel) is 0L)
                return false;
            DataFolder.MakeFile(part);
            await using var vacuum = connection.CreateCommand();
            vacuum.CommandText = "VACUUM INTO $target";
            vacuum.Parameters.AddWithValue("$target", part);
            await vacuum.ExecuteNonQueryAsync(cancel);
        }
        await CheckIntegrity(part, cancel);
        DurableFile.Sync(part);
        DurableFile.Rename(part, target);
        return true;
    }

    public static async Task CheckIntegrity(string file, CancellationToken cancel)
    {
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await copy.OpenAsync(cancel);
        if (await Scalar(copy, "PRAGMA integrity_check", cancel) is not "ok")
            throw new InvalidDataException($"'{file}' fails SQLite's integrity check; it is not used.");
    }

    private static async Task<object?> Scalar(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancel);
    }
}
