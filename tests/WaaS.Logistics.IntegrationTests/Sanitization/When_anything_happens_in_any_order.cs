using CsCheck;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_anything_happens_in_any_order_embedded(EmbeddedStack stack) : When_anything_happens_in_any_order(stack), IClassFixture<EmbeddedStack>;

public sealed class When_anything_happens_in_any_order_on_postgres(PostgresStack stack) : When_anything_happens_in_any_order(stack), IClassFixture<PostgresStack>;

public abstract class When_anything_happens_in_any_order(IStack stack) : IAsyncLifetime
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("WAAS_LONG") is { Length: > 0 } ? 300 : 10;
    private static readonly Gen<Move> AnyMove = Gen.Select(Gen.Int[0, Chaos.Names.Length - 1], Gen.Int[0, 2], Gen.Int[0, 9], (what, which, how) => new Move(what, which, how));
    private Workshop _workshop = null!;
    private Bench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _workshop = await Workshop.Open(stack);
        _bench = await Bench.Enrol(_workshop);
    }

    public ValueTask DisposeAsync() => _workshop.DisposeAsync();

    [Fact]
    public async Task No_clearance_ever_lacks_a_record_one_thing_after_another()
    {
        var (cleared, reopened) = (0, 0);
        await Gen.Select(AnyMove.Array[15, 50], Gen.Int[0, 200]).SampleAsync(async (moves, shape) =>
        {
            var chaos = new Chaos(_workshop, _bench, shape);
            foreach (var device in Enumerable.Range(0, 3))
                await chaos.Do(new Move(0, device, 0));
            await chaos.Do(new Move(Array.IndexOf(Chaos.Names, "wipe"), 0, 0));
            foreach (var move in moves)
            {
                await chaos.Do(move);
                await GateInvariant.Check(_workshop, chaos);
            }
            await Count(chaos);
        }, iter: Rounds, threads: 1);
        // A run in which nothing was cleared or re-opened would prove nothing.
        Assert.True(cleared > 0 && reopened > 0, $"{cleared} cleared, {reopened} re-opened");

        async Task Count(Chaos chaos)
        {
            foreach (var device in chaos.Devices)
            {
                cleared += (await _workshop.Cleared(device.DeviceId)).Count;
                reopened += (await _workshop.Said<DeviceReopened>(device.DeviceId)).Count;
            }
        }
    }

    [Fact]
    public async Task No_clearance_ever_lacks_a_record_many_things_at_once()
    {
        await Gen.Select(AnyMove.Array[4].Array[4, 10], Gen.Int[0, 200]).SampleAsync(async (waves, shape) =>
        {
            var chaos = new Chaos(_workshop, _bench, shape);
            foreach (var wave in waves)
            {
                await Task.WhenAll(wave.Append(new Move(0, shape % 3, 0)).Select(move => Task.Run(() => chaos.Do(move))));
                await GateInvariant.Check(_workshop, chaos);
            }
        }, iter: Rounds, threads: 1);
    }
}
