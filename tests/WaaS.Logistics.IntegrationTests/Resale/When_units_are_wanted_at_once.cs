using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Returns;
using WaaS.Logistics.Messages.Resale;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.Units;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Resale;

public abstract class When_units_are_wanted_at_once(IStack stack) : IAsyncLifetime
{
    private const int Clients = 32;
    private static readonly int Rounds = Environment.GetEnvironmentVariable("WAAS_LONG") == "1" ? 1_000 : 8;
    private readonly string _run = $"W{Guid.NewGuid():N}"[..7];
    private Shelf _shelf = null!;

    public async ValueTask InitializeAsync() => _shelf = await Shelf.Open(stack);

    public ValueTask DisposeAsync() => _shelf.DisposeAsync();

    [Fact]
    public async Task One_buyer_gets_the_unit_and_all_others_are_told_so()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var unit = await _shelf.Stock($"{_run}{round}");
            var rules = await Task.WhenAll(Enumerable.Range(0, Clients).Select(i => Task.Run(() => Rule(() => _shelf.Reserve($"Buyer {i}", [unit.UnitId])))));
            Assert.Equal(Clients - 1, rules.Count(rule => rule == "already-reserved"));
            Assert.Equal(1, rules.Count(rule => rule is null));
            Assert.Equal(1, await _shelf.Read(db => db.Reservations.CountAsync(row => row.UnitId == unit.UnitId)));
            Assert.Single(await _shelf.Said<UnitReserved>(unit.DeviceId));
        }
    }

    [Fact]
    public async Task Those_who_want_some_of_the_same_units_get_all_of_theirs_or_none()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var units = new List<Guid>();
            foreach (var i in Enumerable.Range(0, 6))
                units.Add((await _shelf.Stock($"{_run}M{round}X{i}")).UnitId);
            var wanted = Enumerable.Range(0, Clients).Select(i => units.Where((_, n) => (i * 7 + n * (i + 3)) % 4 != 0).OrderBy(_ => Random.Shared.Next()).ToArray()).ToArray();
            var rules = await Task.WhenAll(wanted.Select((mine, i) => Task.Run(() => Rule(() => _shelf.Reserve($"Buyer {i}", mine)))));
            var open = await _shelf.Read(db => db.Reservations.AsNoTracking().Where(row => units.Contains(row.UnitId)).ToListAsync());
            Assert.All(rules, rule => Assert.True(rule is null or "already-reserved", rule));
            Assert.Equal(open.Count, open.Select(row => row.UnitId).Distinct().Count());
            foreach (var (mine, i) in wanted.Select((mine, i) => (mine, i)))
                Assert.Equal(rules[i] is null ? mine.Order() : [], open.Where(row => row.Buyer == $"Buyer {i}").Select(row => row.UnitId).Order());
            Assert.Contains(rules, rule => rule is null);
        }
    }

    [Fact]
    public async Task A_revocation_while_it_is_picked_leaves_it_blocked_and_never_sold()
    {
        var picked = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var unit = await _shelf.Stock($"{_run}P{round}");
            var list = await _shelf.List("Buyer", unit);
            var revoker = Random.Shared.Next(Clients);
            var rules = await Task.WhenAll(Enumerable.Range(0, Clients).Select(i => Task.Run(() => i == revoker ? Revoke(unit) : Rule(() => _shelf.Pick(list.Number, "A-1", unit.Serial)))));
            var now = await _shelf.Unit(unit.UnitId);
            Assert.Equal((UnitState.Blocked, null), (now.State, now.ReservationId));
            Assert.Equal((ReservationState.Released, ReleaseCause.Blocked), (now.Reservations[0].State, now.Reservations[0].ReleaseCause!.Value));
            Assert.All(rules.Where(rule => rule is not null), rule => Assert.True(rule is "already-picked" or "unit-blocked" or "revoked", rule));
            picked += (await _shelf.Said<UnitPicked>(unit.DeviceId)).Count;
            Assert.Equal(rules.Count(rule => rule is null), (await _shelf.Said<UnitPicked>(unit.DeviceId)).Count);
            Assert.Equal("nothing-to-sell", await Rule(() => _shelf.Sell(list.Number)));
        }
        Assert.InRange(picked, 0, Rounds);

        async Task<string?> Revoke(UnitRow unit)
        {
            await _shelf.Reopen(unit.DeviceId, unit.Serial, 2);
            return "revoked";
        }
    }

    [Fact]
    public async Task A_revocation_while_it_is_sold_stops_the_sale_or_is_told_to_a_person()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var unit = await _shelf.Stock($"{_run}S{round}");
            var list = await _shelf.List("Buyer", unit);
            await _shelf.Pick(list.Number, "A-1", unit.Serial);
            var rules = await Task.WhenAll(Enumerable.Range(0, Clients).Select(i => Task.Run(() => i == round % Clients ? Rule(() => _shelf.Reopen(unit.DeviceId, unit.Serial, 2)) : Rule(() => _shelf.Sell(list.Number)))));
            var now = await _shelf.Unit(unit.UnitId);
            var (sold, doubted) = ((await _shelf.Said<UnitSold>(unit.DeviceId)).Count, (await _shelf.Said<SoldUnitDoubted>(unit.DeviceId)).Count);
            Assert.Equal(now.State == UnitState.Sold ? (1, 1) : (0, 0), (sold, doubted));
            Assert.True(now.State is UnitState.Sold or UnitState.Blocked, $"{now.State}");
            Assert.All(rules, rule => Assert.True(rule is null or "list-sold" or "nothing-to-sell", rule));
        }
    }

    private static async Task<string?> Rule(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusedException e)
        {
            return e.Rule;
        }
    }
}

public sealed class When_units_are_wanted_at_once_on_sqlite() : When_units_are_wanted_at_once(new EmbeddedStack());

public sealed class When_units_are_wanted_at_once_on_postgres(PostgresStack stack) : When_units_are_wanted_at_once(stack), IClassFixture<PostgresStack>;
