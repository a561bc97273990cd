using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Returns;
using WaaS.Logistics.IntegrationTests.Rules;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.ReleaseReservation;
using WaaS.Logistics.Resale.ReturnUnit;
using WaaS.Logistics.Resale.Units;
using WaaS.Logistics.Resale.WithdrawUnit;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Resale;

/// <summary>Each rule of the database by name: whoever takes one away finds its case red.</summary>
public abstract class When_somebody_writes_past_the_stock(IStack stack) : IAsyncLifetime
{
    private readonly string _run = $"X{Guid.NewGuid():N}"[..7];
    private RuleBook<ResaleDb> _book = null!;
    private Shelf _shelf = null!;
    private StockUnit _admitted = null!, _stocked = null!, _reserved = null!, _picked = null!, _sold = null!, _returned = null!, _blocked = null!, _withdrawn = null!;
    private Guid _released;

    public async ValueTask InitializeAsync()
    {
        _shelf = await Shelf.Open(stack);
        var kind = await _shelf.Call((Storage storage) => Task.FromResult(storage.Kind));
        _book = new RuleBook<ResaleDb>("resale", ResaleRules.All, kind, new RuleTrial<ResaleDb>("resale", work => _shelf.Call(work)), trigger => trigger["resale_".Length..]);
        await _shelf.Grade(Shelf.Graded(Guid.CreateVersion7(), _run + "A"));
        _admitted = await Find("A");
        var (stocked, reserved, picked, sold, returned, blocked, withdrawn) = (await _shelf.Stock(_run + "S"), await _shelf.Stock(_run + "R"), await _shelf.Stock(_run + "P"), await _shelf.Stock(_run + "X"), await _shelf.Stock(_run + "Z"), await _shelf.Stock(_run + "B"), await _shelf.Stock(_run + "W"));
        _shelf.Clock.Advance(TimeSpan.FromMinutes(1));
        _released = (await _shelf.Reserve("Earlier", [reserved.UnitId])).Reservations[0].ReservationId;
        await _shelf.Call((ReleaseReservation release) => release.Handle(_released, new(Guid.NewGuid(), "changed"), default));
        await _shelf.List("Buyer", reserved);
        await _shelf.Pick((await _shelf.List("Buyer", picked)).Number, "A-1", picked.Serial);
        foreach (var unit in new[] { sold, returned })
        {
            var list = await _shelf.List("Buyer", unit);
            await _shelf.Pick(list.Number, "A-1", unit.Serial);
            await _shelf.Sell(list.Number);
        }
        await _shelf.Call((ReturnUnit back) => back.Handle(returned.UnitId, new(Guid.NewGuid(), "broken"), default));
        await _shelf.Reopen(blocked.DeviceId, blocked.Serial, 2);
        await _shelf.Deliver<WithdrawOnReceiptCorrected, ReceiptCorrected>(new ReceiptCorrected(withdrawn.DeviceId, 1, Guid.NewGuid(), "RO-1", withdrawn.Serial, "undone"));
        (_stocked, _reserved, _picked, _sold, _returned, _blocked, _withdrawn) = (await Find("S"), await Find("R"), await Find("P"), await Find("X"), await Find("Z"), await Find("B"), await Find("W"));
    }

    public ValueTask DisposeAsync() => _shelf.DisposeAsync();

    [Fact]
    public async Task Every_trigger_says_no_by_its_own_words()
    {
        await Units();
        await Reservations();
        await Gates();
        _book.RequireEveryTrigger();
    }

    [Fact]
    public async Task No_unit_moves_but_as_the_table_says()
    {
        foreach (var unit in new[] { _admitted, _stocked, _reserved, _picked, _sold, _returned, _blocked, _withdrawn })
            foreach (var to in Enum.GetValues<UnitState>().Where(to => to != unit.State && !UnitTransitions.Table.Any(row => row.From == unit.State && row.To == to)))
                Assert.NotNull(await Refusal(Set(unit, $"state = '{to}'")));
    }

    [Fact]
    public async Task Every_check_and_unique_index_says_no_by_its_name()
    {
        await _book.TryCheck("ck_units_clearance", await Copied("units", _blocked.Id, ("id", NewId()), ("device_id", NewId()), ("clearance_revision", "0")));
        await _book.TryCheck("ck_units_bin", Change(_stocked, "place_id = NULL"));
        await _book.TryCheck("ck_units_out_of_bin", Change(_admitted, $"place_id = {Id(_stocked.PlaceId!.Value)}"));
        await _book.TryCheck("ck_units_reservation", Change(_admitted, $"reservation_id = {NewId()}"));
        foreach (var change in new[] { "price_minor = 5", "currency = 'EUR'", "price_minor = 0, currency = 'EUR'", "price_minor = 5, currency = 'E'" })
            await _book.TryCheck("ck_units_price", Change(_admitted, change));
        await _book.TryCheck("ck_units_sold", Change(_sold, "sold_at = NULL"));
        await _book.TryCheck("ck_units_tenant", Change(_admitted, "tenant_key = ''"));
        await _book.TryCheck("ck_reservations_price", await Copied("reservations", _reserved.ReservationId!.Value, ("id", NewId()), ("unit_id", Id(_stocked.Id)), ("price_minor", "0")));
        await _book.TryCheck("ck_reservations_ended", $"UPDATE {{t}}reservations SET ended_at = reserved_at WHERE id = {Id(_reserved.ReservationId!.Value)}");
        await _book.TryCheck("ck_reservations_reason", $"UPDATE {{t}}reservations SET release_reason = 'x' WHERE id = {Id(_reserved.ReservationId!.Value)}");
        _book.RequireEveryCheck(await _shelf.Read(db => Task.FromResult(db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(entity => entity.GetCheckConstraints()).Select(check => check.ModelName).Distinct().ToList())));

        var line = await _shelf.Read(db => db.PickLists.Where(list => list.Lines.Any(row => row.UnitId == _reserved.Id)).SelectMany(list => list.Lines).Select(row => row.Id).FirstAsync());
        foreach (var (index, act) in new[]
        {
            (ResaleDb.OneOpenReservation, Copy("reservations", _reserved.ReservationId!.Value, ("id", NewId()))),
            (ResaleDb.OneLivingUnit, Copy("units", _blocked.Id, ("id", NewId()), ("cycle", "7"))),
            (ResaleDb.OneUnitPerClearance, Copy("units", _sold.Id, ("id", NewId()), ("state", "'Blocked'"), ("reservation_id", "NULL"))),
            (ResaleDb.OneListPerReservation, Copy("pick_lines", line, ("id", NewId()))),
        })
            Assert.True(await Refusal(act) is { } said && (said.Contains(index.Name) || said.Contains(index.Columns)), index.Name);
    }

    private async Task Units()
    {
        var secured = await _shelf.Read(db => db.Places.Where(place => place.Code == "SEC-1").Select(place => place.Id).FirstAsync());
        await _book.Try("unit_begins_admitted", await Copied("units", _stocked.Id, ("id", NewId()), ("device_id", NewId())));
        await _book.Try("unit_moves_by_table", Change(_sold, "state = 'Withdrawn', reservation_id = NULL"));
        await _book.Try("unit_born_by_clearance", await Copied("units", _admitted.Id, ("id", NewId()), ("device_id", NewId())));
        await _book.Try("unit_moves_by_clearance", Change(_blocked, "state = 'Admitted', place_id = NULL, bin = NULL"));
        foreach (var change in new[] { $"device_id = {NewId()}", "cycle = cycle + 1", "clearance_revision = clearance_revision - 1" })
            await _book.Try("unit_clearance_rises", Change(_withdrawn, change));
        await _book.Try("unit_lies_sellable", Change(_stocked, $"place_id = {Id(secured)}"));
        await _book.Try("unit_reserved_by_reservation", Change(_stocked, $"state = 'Reserved', reservation_id = {Id(_reserved.ReservationId!.Value)}"));
        await _book.Try("unit_sold_by_reservation", Change(_picked, "state = 'Sold', sold_at = admitted_at"));
        var toTenant = Guid.NewGuid();
        await Copy("reservations", _reserved.ReservationId.Value, ("id", Id(toTenant)), ("unit_id", Id(_stocked.Id)), ("buyer_key", $"'{_stocked.TenantKey}'"));
        await _book.Try("unit_never_to_tenant", Change(_stocked, $"state = 'Reserved', reservation_id = {Id(toTenant)}"));
        await _book.Try("unit_sale_stays", Change(_sold, "sold_at = admitted_at"));
        foreach (var change in new[] { "price_minor = 1", "currency = 'USD'", "clearance_revision = clearance_revision + 1", $"reservation_id = {NewId()}" })
            await _book.Try("unit_sale_stays", Change(_returned, change));
        await _book.Try("unit_stays", $"DELETE FROM {{t}}units WHERE id = {Id(_withdrawn.Id)}");
    }

    private async Task Reservations()
    {
        var open = Id(_reserved.ReservationId!.Value);
        await _book.Try("reservation_begins_open", await Copied("reservations", _released, ("id", NewId())));
        await _book.Try("reservation_ends", $"UPDATE {{t}}reservations SET state = 'Sold', release_reason = NULL WHERE id = {Id(_released)}");
        foreach (var change in new[] { "buyer = 'Other'", "buyer_key = 'OTHER'", "price_minor = 1", "currency = 'USD'", $"unit_id = {NewId()}" })
            await _book.Try("reservation_facts_stay", $"UPDATE {{t}}reservations SET {change} WHERE id = {open}");
        await _book.Try("reservation_stays", $"DELETE FROM {{t}}reservations WHERE id = {Id(_released)}");
        await _book.Try("pick_line_stays", $"UPDATE {{t}}pick_lines SET unit_id = {NewId()} WHERE reservation_id = {open}");
    }

    private async Task Gates()
    {
        string Gate(StockUnit unit, string set) => $"UPDATE {{t}}device_gates SET {set} WHERE id = {Id(unit.DeviceId)}";
        await _book.Try("gate_revision_rises", Gate(_stocked, "revision = revision - 1"));
        await _book.Try("gate_opens_by_higher_revision", Gate(_blocked, "is_open = TRUE"));
        await _book.Try("gate_ended_stays_shut", Gate(_withdrawn, "ended_through = 0"));
        await _book.Try("gate_stays", $"DELETE FROM {{t}}device_gates WHERE id = {Id(_stocked.DeviceId)}");
        await _book.Try("place_keeps_kind", "UPDATE {t}places SET kind = 'sellable' WHERE code = 'SEC-1'");
    }

    private async Task<StockUnit> Find(string which) => await _shelf.Read(db => db.WholeUnits.AsNoTracking().SingleAsync(unit => unit.SerialKey == _run.ToUpperInvariant() + which));

    private Task<int> Set(StockUnit unit, string set) => Run(Change(unit, set));

    private static string Change(StockUnit unit, string set) => $"UPDATE {{t}}units SET {set} WHERE id = {Id(unit.Id)}";

    private static async Task<string?> Refusal(Task<int> act) => await Record.ExceptionAsync(() => act) is { } refused ? refused.Message + refused.InnerException?.Message : null;

    private Task<int> Run(string sql) => _shelf.Call<Storage, int>(storage => storage.Kind == StorageKind.Sqlite
        ? storage.Writer.RunAsync(turn =>
        {
            using var command = turn.Command(sql.Replace("{t}", "resale_"));
            return command.ExecuteNonQuery();
        })
        : _shelf.Read(db => db.Database.ExecuteSqlRawAsync(sql.Replace("{t}", "resale."))));

    private async Task<int> Copy(string table, Guid id, params (string Column, string Value)[] changes) => await Run(await Copied(table, id, changes));

    private async Task<string> Copied(string table, Guid id, params (string Column, string Value)[] changes)
    {
        var columns = await _shelf.Read(async db =>
        {
            var connection = db.Database.GetDbConnection();
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {(db.Database.IsSqlite() ? "resale_" : "resale.")}{table} LIMIT 0";
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.CloseConnection);
            return Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        });
        var values = columns.Select(column => changes.FirstOrDefault(change => change.Column == column) is (not null, var value) ? value : column);
        return $"INSERT INTO {{t}}{table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM {{t}}{table} WHERE id = {Id(id)}";
    }

    // EF keeps a Guid as upper-case text in SQLite.
    private static string Id(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";

    private static string NewId() => Id(Guid.NewGuid());
}

public sealed class When_somebody_writes_past_the_stock_on_sqlite() : When_somebody_writes_past_the_stock(new EmbeddedStack());

public sealed class When_somebody_writes_past_the_stock_on_postgres(PostgresStack stack) : When_somebody_writes_past_the_stock(stack), IClassFixture<PostgresStack>;
