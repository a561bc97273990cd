using System.Diagnostics;

namespace WaaS.Logistics.Testbed;

/// <summary>The built program, as a person calls it.</summary>
internal static class WaasProgram
{
    /// <summary>What a run of all tests has compiled ahead of time, or what the build has left.</summary>
    private static readonly string Assembly = Environment.GetEnvironmentVariable("WAAS_TEST_PROGRAM")
        ?? Path.Combine(Repository.Root, "src/WaaS.Logistics.Host/bin", Repository.Configuration, "net10.0/waas.dll");

    public static ProcessStartInfo Command(IStack stack, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (key, value) in stack.Settings)
            start.Environment[key.Replace(":", "__")] = value;
        // A developer's own settings must not decide what the tests see.
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        // A fifth of a start is spent on making better code of what a program that is soon killed will hardly run again.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "60000";
        // Nor does it live long enough for a heap of each processor and a collector at work beside it.
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        return start;
    }

    /// <summary>Runs a command that ends by itself: migrate, topology, backup, a refused start.</summary>
    public static async Task<WaasResult> Run(IStack stack, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(Command(stack, arguments))!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'waas {string.Join(' ', arguments)}' did not end within two minutes.\n{await output}\n{await errors}");
        }
        return new WaasResult(process.ExitCode, await output, await errors);
    }
}

internal sealed record WaasResult(int ExitCode, string Output, string Errors);
