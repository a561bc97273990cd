using System.CommandLine;
using WaaS.Logistics.Host.Demo;
using WaaS.Logistics.Host.Demo.Acts;
using WaaS.Logistics.Host.Demo.Cast;
using WaaS.Logistics.Host.Demo.Ends;
using WaaS.Logistics.Host.Demo.Input;
using WaaS.Logistics.Host.Demo.Report;
using WaaS.Logistics.Platform.Security.FirstRun;

namespace WaaS.Logistics.Host.Commands;

internal static class DemoCommand
{
    private const int NotAsTheRulesSay = 1, Interrupted = 130;
    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON object on standard output; what is going on goes to standard error." };
    private static readonly Option<bool> Keep = new("--keep") { Description = "Keep the data, and keep running at the end until Ctrl-C, to look at it." };

    public static Command Create()
    {
        var command = new Command("demo",
            "Shows the whole way on real input: contracts, returns, disk images that are really wiped, certificates, stock and sale. Starts a product of its own on a free port and a fresh folder "
            + "(removed at the end, unless --keep or --data) and acts over HTTP as the people would. Exit code 0 only if every device ended where the rules say.") { Json, Keep };
        command.SetAction((parsed, cancel) => CommandLine.Guard(() => Ending.Heed(() => Execute(parsed, cancel))));
        return command;
    }

    private static async Task<int> Execute(ParseResult parsed, CancellationToken cancel)
    {
        var json = parsed.GetValue(Json);
        var (output, errors) = (Console.Out, Console.Error);
        try
        {
            using var folder = DemoFolder.Take(parsed.GetValue(CommandLine.Data), parsed.GetValue(Keep));
            // The product's own log lines would run through the demo's; they are in DATA/logs.
            Console.SetOut(TextWriter.Null);
            return await Play(parsed, folder, new Screen(output, json ? errors : output, json), cancel);
        }
        catch (DemoFailedException e)
        {
            throw new CommandRefusedException(e.Message);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Interrupted: everything the demo started is stopped.");
            return Interrupted;
        }
        finally
        {
            Console.SetOut(output);
        }
    }

    private static async Task<int> Play(ParseResult parsed, DemoFolder folder, Screen screen, CancellationToken cancel)
    {
        var keep = parsed.GetValue(Keep);
        await using var host = await ProductHost.Start(Builder(parsed, folder), cancel);
        var link = await host.App.Services.GetRequiredService<FirstRunLink>().Create(cancel) ?? throw new DemoFailedException("The database is not empty: somebody has opened this house before.");
        using var people = new People(new Uri(host.Address));
        var input = DemoInput.Shipped();
        var stage = new Stage(new Uri(host.Address), people, input, new ImageShelf(input, folder.Images), folder.Station, screen.Narrator, cancel);
        IReadOnlyList<DeviceEnd> ends = [];
        string? failure = null;
        try
        {
            ends = await DemoRun.Play(stage, link, folder.Certificates);
        }
        catch (DemoFailedException e)
        {
            failure = e.Message;
        }
        var isRight = failure is null && ends.All(end => end.IsRight);
        screen.Show(isRight, failure, stage, ends, folder, keep);
        if (keep)
            await StayOpen(cancel);
        return isRight ? 0 : NotAsTheRulesSay;
    }

    private static async Task StayOpen(CancellationToken cancel) => await Task.Delay(Timeout.InfiniteTimeSpan, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static WebApplicationBuilder Builder(ParseResult parsed, DemoFolder folder)
    {
        var builder = CommandLine.Builder(parsed);
        builder.Configuration["Waas:Data"] = folder.Path;
        if (parsed.GetValue(CommandLine.Urls) is null)
            builder.Configuration["urls"] = "http://127.0.0.1:0";
        return builder;
    }
}
