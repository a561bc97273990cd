using System.Diagnostics;

namespace WaaS.Logistics.Testbed;

/// <summary>Runs tests/testbed/postgres or tests/testbed/rabbit: one way of starting servers, for the run and for a test's own.</summary>
internal static class ServerScript
{
    /// <returns>The lines it printed.</returns>
    public static async Task<string[]> Run(string server, string command, string folder)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "tests/testbed", server), [command, folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"tests/testbed/{server} {command} ended with {process.ExitCode}: {await errors}");
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
