using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WaaS.Logistics.IntegrationTests.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Platform;

public abstract class When_a_program_starts_on_tables_with_rules(IStack stack) : IAsyncLifetime
{
    private StillProduct _product = null!;

    public async ValueTask InitializeAsync() => _product = await StillProduct.Open(stack);

    public ValueTask DisposeAsync() => _product.DisposeAsync();

    /// <summary>Every rule as it stands.</summary>
    protected abstract string Rules { get; }

    /// <summary>Other after every statement that makes or drops a rule.</summary>
    protected abstract string Touched { get; }

    [Fact]
    public async Task It_does_not_lay_those_that_stand()
    {
        var touched = await Ask(Touched);
        await Start();
        Assert.Equal(touched, await Ask(Touched));
    }

    /// <summary>What somebody did to one rule of the stock.</summary>
    protected async Task IsMended(string harm)
    {
        var rules = await Ask(Rules);
        await Ask(harm);
        Assert.NotEqual(rules, await Ask(Rules));
        await Start();
        Assert.Equal(rules, await Ask(Rules));
    }

    private Task Start() => _product.Services.GetRequiredService<Startup>().Prepare();

    private async Task<string?> Ask(string sql)
    {
        var storage = _product.Services.GetRequiredService<Storage>();
        if (storage.Kind == StorageKind.Postgres)
        {
            await using var source = NpgsqlDataSource.Create(storage.Options.Postgres!);
            await using var asked = source.CreateCommand(sql);
            return (await asked.ExecuteScalarAsync())?.ToString();
        }
        await using var connection = new SqliteConnection(storage.ReaderConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}

public sealed class When_a_program_starts_on_tables_with_rules_on_sqlite() : When_a_program_starts_on_tables_with_rules(new EmbeddedStack())
{
    protected override string Rules => "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name)";

    protected override string Touched => "PRAGMA schema_version";

    [Theory]
    [InlineData("DROP TRIGGER resale_unit_never_to_tenant")]
    [InlineData("DROP TRIGGER resale_unit_never_to_tenant; CREATE TRIGGER resale_unit_never_to_tenant BEFORE UPDATE ON resale_units BEGIN SELECT 1; END")]
    public Task It_lays_again_what_is_gone_or_other(string harm) => IsMended(harm);
}

public sealed class When_a_program_starts_on_tables_with_rules_on_postgres(PostgresStack stack) : When_a_program_starts_on_tables_with_rules(stack), IClassFixture<PostgresStack>
{
    protected override string Rules => $"SELECT string_agg(t.tgenabled::text || pg_get_triggerdef(t.oid) || p.prosrc, chr(10) ORDER BY t.tgname) {Laid}";

    protected override string Touched => $"SELECT string_agg(t.oid || ' ' || t.xmin || ' ' || p.xmin, chr(10) ORDER BY t.oid) {Laid}";

    private const string Laid = "FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal";

    [Theory]
    [InlineData("DROP TRIGGER resale_unit_never_to_tenant ON resale.units")]
    [InlineData("ALTER TABLE resale.units DISABLE TRIGGER resale_unit_never_to_tenant")]
    [InlineData("CREATE OR REPLACE FUNCTION resale.unit_never_to_tenant() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$")]
    [InlineData("DROP TRIGGER resale_unit_never_to_tenant ON resale.units; CREATE TRIGGER resale_unit_never_to_tenant BEFORE INSERT ON resale.units FOR EACH ROW EXECUTE FUNCTION resale.unit_never_to_tenant()")]
    public Task It_lays_again_what_is_gone_or_other(string harm) => IsMended(harm);
}
