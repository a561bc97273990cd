using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Crash;

/// <summary>What the database itself says, asked while the program is dead or stopped.</summary>
internal sealed class EndState(IStack stack, string dataFolder)
{
    private bool IsServer => stack.Settings["Waas:Storage"] == "postgres";

    /// <summary>Events saved but not yet handed to the bus.</summary>
    public async Task<long> InOutbox() => await Number($"SELECT count(*) FROM {Table("rentals", "outbox")} WHERE sent_at IS NULL");

    /// <summary>The same of every service that says something.</summary>
    public async Task<long> InOutboxes()
    {
        var waiting = 0L;
        foreach (var service in new[] { "rentals", "returns", "sanitization", "refurbishment", "resale" })
            waiting += await Number($"SELECT count(*) FROM {Table(service, "outbox")} WHERE sent_at IS NULL");
        return waiting;
    }

    public Task<long> Rows(string service, string table) => Number($"SELECT count(*) FROM {Table(service, table)}");

    /// <summary>Deliveries a consumer held at the moment of death; the broker keeps its own.</summary>
    public async Task<long?> Leased() => IsServer ? null : await Number("SELECT count(*) FROM bus_delivery WHERE lock_id IS NOT NULL");

    public async Task<long?> Waiting() => IsServer ? null : await Number("SELECT count(*) FROM bus_delivery");

    public Task<long> Failed() => Number($"SELECT count(*) FROM {Table("platform", "failed_messages")}");

    public Task<long> FailedOpen() => Number($"SELECT count(*) FROM {Table("platform", "failed_messages")} WHERE state = 'Open'");

    /// <summary>How often messages came to the page of failed ones, all together.</summary>
    public Task<long> Failures() => Number($"SELECT COALESCE(sum(failures), 0) FROM {Table("platform", "failed_messages")}");

    public async Task<string> FailedInWords() =>
        string.Join("; ", (await Groups($"SELECT queue || ' ' || state || ': ' || detail, failures FROM {Table("platform", "failed_messages")}")).Select(row => $"{row.Value} x {row.Key}"));

    public Task<long> AppliedBy(string service, string consumer) => Number($"SELECT count(*) FROM {Table(service, "inbox")} WHERE consumer = '{consumer}'");

    public async Task<Dictionary<string, int>> DevicesPerContract() =>
        await Groups($"SELECT c.number, count(*) FROM {Table("rentals", "contract_devices")} d JOIN {Table("rentals", "contracts")} c ON c.id = d.contract_id GROUP BY c.number");

    /// <summary>Serial to how often the fleet of Returns knows it: the first hop's effect.</summary>
    public Task<Dictionary<string, int>> Fleet() => Groups($"SELECT serial, count(*) FROM {Table("returns", "fleet")} GROUP BY serial");

    /// <summary>Serial to how often Custody recorded its renting.</summary>
    public Task<Dictionary<string, int>> Recorded() => Groups(
        $"SELECT s.value, count(*) FROM {Table("custody", "subjects")} s JOIN {Table("custody", "facts")} f ON f.sequence = s.fact_sequence WHERE s.kind = 'serial' AND f.event = 'DeviceRented' GROUP BY s.value");

    private string Table(string service, string table) => IsServer ? $"{service}.{table}" : $"{service}_{table}";

    private async Task<long> Number(string sql)
    {
        await using var connection = await Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<Dictionary<string, int>> Groups(string sql)
    {
        await using var connection = await Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var groups = new Dictionary<string, int>();
        while (await rows.ReadAsync())
            groups[rows.GetString(0)] = rows.GetInt32(1);
        return groups;
    }

    private async Task<DbConnection> Open()
    {
        DbConnection connection = IsServer
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(stack.Settings["ConnectionStrings:Postgres"]) { Pooling = false }.ToString())
            : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "waas.db"), Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }
}
