using System.CommandLine;
using WaaS.Logistics.Platform.Messaging;

namespace WaaS.Logistics.Host.Commands;

internal static class TopologyCommand
{
    public static Command Create()
    {
        var command = new Command("topology", "Creates every queue and binding of all services on the bus, and ends. Run it once before services start apart from each other.");
        command.SetAction((parsed, cancel) => CommandLine.Guard(() => Ending.Heed(async () =>
        {
            var builder = CommandLine.Builder(parsed);
            // All services, whatever this process would run: a message published before its queue exists would be lost.
            builder.Configuration["Waas:Services"] = null;
            builder.Services.AddSingleton<TopologyOnly>();
            await using var host = ProductHost.Build(builder);
            var queues = await host.App.Services.GetRequiredService<Topology>().Deploy(cancel);
            foreach (var queue in queues)
                Console.WriteLine(queue);
            return 0;
        })));
        return command;
    }
}
