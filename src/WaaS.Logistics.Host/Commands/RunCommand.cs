using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Host.Commands;

internal static class RunCommand
{
    public static Command Create()
    {
        var command = new Command("run", "Starts the product (the default). Without any configuration: one process, one data folder, pages on http://127.0.0.1:5080.");
        command.SetAction(Execute);
        return command;
    }

    public static Task<int> Execute(ParseResult parsed, CancellationToken cancel) => CommandLine.Guard(async () =>
    {
        await using var host = await ProductHost.Start(CommandLine.Builder(parsed), cancel);
        await host.App.WaitForShutdownAsync(cancel);
        return 0;
    });
}
