using CsCheck;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Returns;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Resale;

public abstract class When_anything_happens_to_stock(IStack stack) : IAsyncLifetime
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("WAAS_LONG") == "1" ? 300 : 10;
    private static readonly Gen<StockMove> AnyMove = Gen.Select(Gen.Int[0, StockChaos.Names.Length - 1], Gen.Int[0, 2], Gen.Int[0, 9], (what, which, how) => new StockMove(what, which, how));
    private Shelf _shelf = null!;

    public async ValueTask InitializeAsync() => _shelf = await Shelf.Open(stack);

    public ValueTask DisposeAsync() => _shelf.DisposeAsync();

    [Fact]
    public async Task Nothing_is_stock_without_its_clearance_one_thing_after_another()
    {
        var (sold, doubted) = (0, 0);
        await AnyMove.Array[20, 60].SampleAsync(async moves =>
        {
            var chaos = new StockChaos(_shelf);
            await chaos.Begin();
            foreach (var move in moves)
            {
                await chaos.Do(move);
                await chaos.Check();
            }
            sold += chaos.Sold;
            doubted += chaos.Doubted;
        }, iter: Rounds, threads: 1);
        // A run in which nothing was sold would prove little.
        Assert.True(sold > 0, $"{sold} sold, {doubted} doubted");
    }

    [Fact]
    public async Task Nothing_is_stock_without_its_clearance_many_things_at_once() =>
        await AnyMove.Array[4].Array[5, 12].SampleAsync(async waves =>
        {
            var chaos = new StockChaos(_shelf);
            await chaos.Begin();
            foreach (var wave in waves)
            {
                await Task.WhenAll(wave.Select(move => Task.Run(() => chaos.Do(move))));
                await chaos.Check();
            }
        }, iter: Rounds, threads: 1);
}

public sealed class When_anything_happens_to_stock_on_sqlite() : When_anything_happens_to_stock(new EmbeddedStack());

public sealed class When_anything_happens_to_stock_on_postgres(PostgresStack stack) : When_anything_happens_to_stock(stack), IClassFixture<PostgresStack>;
