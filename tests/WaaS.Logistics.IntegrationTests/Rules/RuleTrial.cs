using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.IntegrationTests.Rules;

/// <summary>
/// A forbidden write as a person with a database prompt could make it: as the database stands, and with one of its rules taken away. Nothing of either stays.
/// {t} is the prefix of a table.
/// </summary>
/// <param name="inProduct">Runs in a scope of the product under test.</param>
internal sealed class RuleTrial<TDb>(string service, Func<Func<IServiceProvider, Task<string?>>, Task<string?>> inProduct) where TDb : ServiceDb
{
    public const string Nothing = "nothing was hit";

    /// <summary>A write that stays, for what no handler would ever lay.</summary>
    public Task Lay(string sql) => inProduct(async services =>
    {
        var storage = services.GetRequiredService<Storage>();
        if (storage.Kind == StorageKind.Sqlite)
            await storage.Writer.RunAsync(turn =>
            {
                using var write = turn.Command(sql.Replace("{t}", service + "_"));
                write.ExecuteNonQuery();
            });
        else
            await services.GetRequiredService<TDb>().Database.ExecuteSqlRawAsync(sql.Replace("{t}", service + "."));
        return null;
    });

    /// <returns>What refused it; <c>null</c> where it went through.</returns>
    public Task<string?> AsItStands(string sql) => Try(null, null, sql);

    public Task<string?> Without(DatabaseRule rule, string sql) => Try($"DROP TRIGGER {rule.Trigger}", $"DROP TRIGGER {rule.Trigger} ON {service}.{rule.Table}", sql);

    /// <summary>SQLite can leave out its checks all together only.</summary>
    public Task<string?> WithoutCheck(string check, string sql) => Try("PRAGMA ignore_check_constraints = ON",
        $"DO $$ DECLARE t text; BEGIN SELECT conrelid::regclass::text INTO STRICT t FROM pg_constraint WHERE conname = '{check}' AND connamespace = '{service}'::regnamespace; EXECUTE 'ALTER TABLE ' || t || ' DROP CONSTRAINT {check}'; END $$", sql);

    private Task<string?> Try(string? onSqlite, string? onPostgres, string sql) => inProduct(services =>
    {
        var storage = services.GetRequiredService<Storage>();
        return storage.Kind == StorageKind.Sqlite
            ? OnSqlite(storage, onSqlite, sql.Replace("{t}", service + "_"))
            : OnPostgres(services.GetRequiredService<TDb>(), onPostgres, sql.Replace("{t}", service + "."));
    });

    private static async Task<string?> OnSqlite(Storage storage, string? first, string sql)
    {
        try
        {
            await storage.Writer.RunAsync<int>(turn =>
            {
                using var taken = first is null ? null : turn.Command(first);
                taken?.ExecuteNonQuery();
                using var write = turn.Command(sql);
                using var back = turn.Command("PRAGMA ignore_check_constraints = OFF");
                try
                {
                    throw new TakenBackException(write.ExecuteNonQuery() == 0 ? Nothing : null);
                }
                catch (SqliteException e)
                {
                    throw new TakenBackException(e.Message);
                }
                finally
                {
                    back.ExecuteNonQuery();
                }
            });
        }
        catch (TakenBackException e)
        {
            return e.Said;
        }
        throw new InvalidOperationException("The turn ended as if the write were to stay.");
    }

    private static async Task<string?> OnPostgres(TDb db, string? first, string sql)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync();
        try
        {
            if (first is not null)
                await Run(connection, transaction, first);
            return await Run(connection, transaction, sql) == 0 ? Nothing : null;
        }
        catch (PostgresException e)
        {
            return $"{e.MessageText} {e.ConstraintName} {e.Detail}";
        }
        finally
        {
            await transaction.RollbackAsync();
        }
    }

    private static async Task<int> Run(DbConnection connection, DbTransaction transaction, string sql)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return await command.ExecuteNonQueryAsync();
    }

    private sealed class TakenBackException(string? said) : Exception("taken back")
    {
        public string? Said => said;
    }
}
