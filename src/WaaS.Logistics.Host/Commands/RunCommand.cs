using System.CommandLine;
using WaaS.Logistics.Platform.Security.FirstRun;

namespace WaaS.Logistics.Host.Commands;

internal static class RunCommand
{
    public static Command Create()
    {
        var command = new Command("run", "Starts the product (the default). Without any configuration: one process, one data folder, pages on http://127.0.0.1:5080.");
        command.SetAction(Execute);
        return command;
    }

    public static Task<int> Execute(ParseResult parsed, CancellationToken cancel) => CommandLine.Guard(() => Ending.Heed(async () =>
    {
        await using var host = await ProductHost.Start(CommandLine.Builder(parsed), cancel);
        await Announce(host);
        await host.App.WaitForShutdownAsync(cancel);
        return 0;
    }));

    // On standard output whatever the log level: a person at the first start has nothing else to go by.
    // It is ready already: whoever ends it now ends a program that ran.
    private static async Task Announce(ProductHost host)
    {
        var address = host.Address;
        Console.WriteLine($"WaaS.Logistics is ready: {address}");
        if (await host.App.Services.GetRequiredService<FirstRunLink>().Create() is { } link)
            Console.WriteLine($"First start: open {address}{link} to create the administrator");
    }
}
