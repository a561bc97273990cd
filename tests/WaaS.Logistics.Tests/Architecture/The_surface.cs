using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Host;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.Tests.Architecture;

/// <summary>Every door with who may use it, and every table of both databases, as text.</summary>
public sealed class The_surface
{
    [Fact]
    public async Task Routes_with_their_roles_are_approved()
    {
        using var folder = new Folder();
        await using var host = Build(folder, "sqlite");
        var doors = ((IEndpointRouteBuilder)host.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(door => Methods(door).Select(method => $"/{door.RoutePattern.RawText!.TrimStart('/')} {method}: {Who(door)}\n")).Order(StringComparer.Ordinal).ToList();
        Assert.True(doors.Count > 100, $"Only {doors.Count} routes: the search finds too few.");
        Source.Approve("routes.txt", string.Concat(doors));
    }

    [Fact]
    public async Task Tables_on_sqlite_are_approved_as_the_migrations_make_them()
    {
        using var folder = new Folder();
        await using (var host = Build(folder, "sqlite"))
            await host.App.Services.GetRequiredService<Startup>().Prepare();
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.Path, "waas.db"), Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name <> '__EFMigrationsLock' ORDER BY tbl_name, type = 'table' DESC, type, name";
        await using var row = await command.ExecuteReaderAsync();
        var text = "";
        while (await row.ReadAsync())
            text += Lines(row.GetString(0)) + "\n";
        Source.Approve("schema-sqlite.txt", text);
    }

    [Fact]
    public async Task Tables_on_postgres_are_approved()
    {
        using var folder = new Folder();
        await using var host = Build(folder, "postgres");
        var text = "";
        foreach (var database in host.App.Services.GetServices<DatabaseRegistration>().OrderBy(database => database.Service, StringComparer.Ordinal))
        {
            await using var db = host.App.Services.GetRequiredService<Migrator>().Open(database);
            text += Lines(db.Database.GenerateCreateScript()) + "\n" + string.Concat(database.Rules.For(StorageKind.Postgres).Select(rule => Lines(rule.Create) + "\n"));
        }
        Source.Approve("schema-postgres.txt", text);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task The_migrations_make_what_the_models_say(string storage)
    {
        using var folder = new Folder();
        await using var host = Build(folder, storage);
        foreach (var database in host.App.Services.GetServices<DatabaseRegistration>())
        {
            await using var db = host.App.Services.GetRequiredService<Migrator>().Open(database);
            Assert.False(db.Database.HasPendingModelChanges(), $"The model of {database.Service} has changed since its migration: deploy/tools/migration makes the missing one.");
        }
    }

    private static IEnumerable<string> Methods(RouteEndpoint door) => door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["any method"];

    private static string Who(RouteEndpoint door)
    {
        if (RouteRoles.IsOpen(door))
            return "anybody";
        var demands = RouteRoles.Demands(door).Select(roles => string.Join(", ", roles)).ToList();
        return demands.Count > 0 ? string.Join(" and of these ", demands) : "NOBODY SAID WHO";
    }

    private static string Lines(string sql) => string.Join('\n', sql.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)) + "\n";

    private static ProductHost Build(Folder folder, string storage)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new("Waas:Data", folder.Path), new("Waas:Storage", storage), new("Serilog:MinimumLevel:Default", "Fatal"),
            new("ConnectionStrings:Postgres", "Host=nowhere"), new("ConnectionStrings:RabbitMq", "amqp://nobody@nowhere/"),
        ]);
        return ProductHost.Build(builder);
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("waas-surface-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
