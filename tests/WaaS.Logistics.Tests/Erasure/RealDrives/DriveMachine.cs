using System.Diagnostics;
using System.Text.Json;

namespace WaaS.Logistics.Tests.Erasure.RealDrives;

/// <summary>
/// Starts a machine once, in which the drive bed makes drives of its own, and holds what it told. Real kernel, real block layer and drivers, no hardware, and no way to
/// a device of this machine.
/// </summary>
public abstract class DriveMachine : IAsyncLifetime
{
    private readonly string _work = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"waas-drives-{Guid.NewGuid():N}")).FullName;
    private string _console = "";

    /// <summary>What is missing for such a machine; empty when nothing is.</summary>
    protected abstract string Absent { get; }

    /// <summary>Which situations are played in it.</summary>
    protected abstract string Part { get; }

    /// <summary>Name of what its first process runs.</summary>
    protected abstract string Script { get; }

    /// <summary>What was told of a situation; the test is skipped where no such machine can be started.</summary>
    public JsonElement Told(string situation)
    {
        Assert.SkipWhen(Absent.Length > 0, Absent);
        string file = Path.Combine(_work, "told", situation + ".json");
        Assert.True(File.Exists(file), $"The bed told nothing of '{situation}'.\n{Output}\n{_console}");
        JsonElement told = JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
        Assert.False(told.TryGetProperty("bedFailed", out JsonElement failed), $"{situation}: {failed}");
        return told;
    }

    private string Output => File.Exists(Path.Combine(_work, "output.txt")) ? File.ReadAllText(Path.Combine(_work, "output.txt")) : "";

    public async ValueTask InitializeAsync()
    {
        if (Absent.Length > 0)
        {
            return;
        }

        string script = Path.Combine(_work, "init.sh"), bed = Path.Combine(AppContext.BaseDirectory, "WaaS.Logistics.DriveBed.dll");
        string head = $"""
            #!/bin/bash
            export PATH={Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin:/usr/bin:/bin DOTNET_ROOT={Environment.GetEnvironmentVariable("DOTNET_ROOT")}
            export WAAS_WORK={_work} WAAS_BED={bed} WAAS_LONG={Environment.GetEnvironmentVariable("WAAS_LONG")} WAAS_PART={Part} WAAS_BED_ONLY={Environment.GetEnvironmentVariable("WAAS_BED_ONLY")}

            """;
        await File.WriteAllTextAsync(script, head + await File.ReadAllTextAsync(Beside(Script)));
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        ProcessStartInfo start = Start(_work, script);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        using Process machine = Process.Start(start)!;
        machine.StandardInput.Close();
        Task<string> errors = machine.StandardError.ReadToEndAsync();
        _console = await machine.StandardOutput.ReadToEndAsync() + await errors;
        await machine.WaitForExitAsync();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_work, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>How it is started; it ends by itself, or is ended.</summary>
    protected abstract ProcessStartInfo Start(string work, string script);

    protected static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, "Erasure/RealDrives", name);
}
