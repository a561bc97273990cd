using MassTransit;
using WaaS.Logistics.Platform.Data.Embedded;
using WaaS.Logistics.Platform.Messaging.Embedded;

namespace WaaS.Logistics.Tests.Platform.Messaging.Embedded;

public sealed class When_the_tables_of_the_embedded_bus_are_made
{
    [Fact]
    public async Task Doing_it_again_changes_nothing()
    {
        await using var store = await StoreUnderTest.Create();
        await store.Send("a");

        await EmbeddedBusSchema.Ensure(store.Store.Writer);

        Assert.Equal(1, await store.Number("SELECT count(*) FROM bus_schema"));
        Assert.Equal("a", Assert.Single(await store.Take()).Body);
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused()
    {
        await using var store = await StoreUnderTest.Create();
        await store.Store.Writer.RunAsync(turn => turn.Statement("UPDATE bus_schema SET version = 99").Run());

        var thrown = await Assert.ThrowsAsync<WaaS.Logistics.Platform.Services.SettingsException>(() => EmbeddedBusSchema.Ensure(store.Store.Writer));

        Assert.Contains("99", thrown.Message);
    }

    [Fact]
    public async Task Queues_and_subscriptions_outlive_a_restart_but_those_of_a_request_do_not()
    {
        var first = await BusUnderTest.Start(x => x.AddConsumer<AnswerPallets>());
        var answer = await first.Bus.CreateRequestClient<PalletSeen>().GetResponse<NobodyCares>(new PalletSeen(9));
        Assert.Equal(9, answer.Message.Number);
        Assert.Equal(1, await first.Count("SELECT count(*) FROM bus_queue WHERE temporary = 1"));
        var folder = await first.Abandon();
        await first.DisposeAsync();

        await using var writer = new SqliteWriter($"Data Source={Path.Combine(folder, "waas.db")};Pooling=False");
        await EmbeddedBusSchema.ReleaseLeases(writer);

        Assert.Equal(0, await writer.RunAsync(turn => turn.Statement("SELECT count(*) FROM bus_queue WHERE temporary = 1").Number()));
        Assert.Equal(3, await writer.RunAsync(turn => turn.Statement("SELECT count(*) FROM bus_queue WHERE name = 'answer-pallets'").Number()));
        Assert.Equal(1, await writer.RunAsync(turn => turn.Statement("SELECT count(*) FROM bus_queue_subscription").Number()));
    }

    internal sealed class AnswerPallets : IConsumer<PalletSeen>
    {
        public Task Consume(ConsumeContext<PalletSeen> context) => context.RespondAsync(new NobodyCares(context.Message.Number));
    }
}
