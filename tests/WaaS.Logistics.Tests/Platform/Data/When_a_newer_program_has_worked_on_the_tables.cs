using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Host;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Tests.Platform.Data;

public sealed class When_a_newer_program_has_worked_on_the_tables : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("waas-newer-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_older_one_neither_starts_nor_lays_its_rules_over_them()
    {
        await using (var host = Build())
            await host.App.Services.GetRequiredService<Startup>().Prepare();
        Assert.Empty(Directory.GetFiles(_folder, "before-migration-*"));
        await Write("""
            INSERT INTO resale_migrations VALUES ('29990101000000_FromTomorrow', '99.0.0');
            DROP TRIGGER resale_unit_never_to_tenant;
            """);
        await using (var host = Build())
        {
            var refused = await Assert.ThrowsAsync<SettingsException>(() => host.App.Services.GetRequiredService<Startup>().Prepare());
            Assert.Contains("tables of resale are at 29990101000000_FromTomorrow", refused.Message);
        }
        Assert.Equal(0L, await Write("SELECT count(*) FROM sqlite_master WHERE name = 'resale_unit_never_to_tenant'"));
    }

    private async Task<object?> Write(string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "waas.db"), Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    private ProductHost Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Waas:Data", _folder), new("Serilog:MinimumLevel:Default", "Fatal")]);
        return ProductHost.Build(builder);
    }
}
