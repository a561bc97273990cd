using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Platform.Data;

/// <summary>The one place that says which database is used, and how.</summary>
public sealed class Storage(StorageOptions options) : IAsyncDisposable
{
    private readonly Lazy<SqliteWriter> _writer = new(() => new SqliteWriter(SqliteConnectionString(options, pooling: false)));

    public StorageOptions Options { get; } = options;

    public StorageKind Kind => Options.Kind;

    public SqliteWriter Writer => Kind == StorageKind.Sqlite
        ? _writer.Value
        : throw new InvalidOperationException("PostgreSQL has no single writer.");

    public string ReaderConnectionString => SqliteConnectionString(Options, pooling: true);

    /// <summary>Ends the connections that are kept for reading; who reads next opens one anew.</summary>
    internal void CloseReaders()
    {
        if (Kind != StorageKind.Sqlite)
            return;
        using var any = new SqliteConnection(ReaderConnectionString);
        SqliteConnection.ClearPool(any);
    }

    internal void Configure(DbContextOptionsBuilder builder, string service)
    {
        ConfigureProvider(builder, service);
        if (Kind == StorageKind.Sqlite)
            builder.AddInterceptors(ReaderPragmas.Instance);
    }

    /// <summary>For migrations and design time: on SQLite the connection may write by itself.</summary>
    public void ConfigureProvider(DbContextOptionsBuilder builder, string service)
    {
        // Whether model and migrations differ is asked by a test; asked again at every migration it costs building each model twice more.
        builder.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.ManyServiceProvidersCreatedWarning, RelationalEventId.PendingModelChangesWarning));
        if (Kind == StorageKind.Sqlite)
            builder.UseSqlite(SqliteConnectionString(Options, pooling: true), sqlite => sqlite
                .MigrationsAssembly("WaaS.Logistics.Migrations.Sqlite")
                .MigrationsHistoryTable($"{service}_migrations"));
        else
            builder.UseNpgsql(Options.Postgres, postgres => postgres
                .MigrationsAssembly("WaaS.Logistics.Migrations.Postgres")
                .MigrationsHistoryTable("migrations", service));
    }

    private static string SqliteConnectionString(StorageOptions options, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = options.DatabaseFile,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Cache = SqliteCacheMode.Private,
        Pooling = pooling,
        DefaultTimeout = 30,
    }.ToString();

    public async ValueTask DisposeAsync()
    {
        if (_writer.IsValueCreated)
            await _writer.Value.DisposeAsync();
        CloseReaders();
    }

    private sealed class ReaderPragmas : DbConnectionInterceptor
    {
        public static readonly ReaderPragmas Instance = new();

        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData) =>
            SqlitePragmas.ForReader((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            SqlitePragmas.ForReader((SqliteConnection)connection);
            return Task.CompletedTask;
        }
    }
}
