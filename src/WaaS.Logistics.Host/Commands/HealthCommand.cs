using System.CommandLine;

namespace WaaS.Logistics.Host.Commands;

internal static class HealthCommand
{
    private const int NotReady = 1;

    public static Command Create()
    {
        var command = new Command("health", "Asks the running program at --urls whether it is ready: exit code 0 when it is, 1 when not. For containers.");
        command.SetAction((parsed, cancel) => CommandLine.Guard(async () =>
        {
            var address = (parsed.GetValue(CommandLine.Urls) ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? CommandLine.DefaultUrl).Split(';')[0];
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
            try
            {
                using var answer = await http.GetAsync(new Uri(new Uri(ProductHost.Reachable(address)), "/health/ready"), cancel);
                Console.WriteLine(await answer.Content.ReadAsStringAsync(cancel));
                return answer.IsSuccessStatusCode ? 0 : NotReady;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync($"not reachable at {address}: {e.Message}");
                return NotReady;
            }
            catch (UriFormatException)
            {
                throw new CommandRefusedException($"'{address}' is no address. Write it like {CommandLine.DefaultUrl}.");
            }
        }));
        return command;
    }
}
