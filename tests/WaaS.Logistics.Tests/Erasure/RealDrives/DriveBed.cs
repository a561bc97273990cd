using System.Diagnostics;
using System.Text.Json;

namespace WaaS.Logistics.Tests.Erasure.RealDrives;

/// <summary>
/// Starts a User Mode Linux once, in which the drive bed makes drives of its own, and holds what it told. Real kernel, real block layer and SCSI stack, no hardware,
/// and no way to a device of this machine.
/// </summary>
public class DriveBed : IAsyncLifetime
{
    private const string Kernel = "/usr/bin/linux.uml", Modules = "/usr/lib/uml/modules";
    private readonly string _work = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"waas-drives-{Guid.NewGuid():N}")).FullName;
    private string _console = "";

    private static string Absent => File.Exists(Kernel) && Directory.Exists(Modules) ? "" : "user-mode-linux is not installed: see tests/testbed/install.";

    /// <summary>Which situations are played in it.</summary>
    protected virtual string Part => "scsi";

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

        Directory.CreateDirectory(Path.Combine(_work, "modroot", "lib"));
        File.CreateSymbolicLink(Path.Combine(_work, "modroot", "lib", "modules"), Modules);
        string script = Path.Combine(_work, "init.sh"), bed = Path.Combine(AppContext.BaseDirectory, "WaaS.Logistics.DriveBed.dll");
        string head = $"""
            #!/bin/bash
            export PATH={Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin:/usr/bin:/bin DOTNET_ROOT={Environment.GetEnvironmentVariable("DOTNET_ROOT")}
            export WAAS_WORK={_work} WAAS_BED={bed} WAAS_LONG={Environment.GetEnvironmentVariable("WAAS_LONG")} WAAS_PART={Part}

            """;
        await File.WriteAllTextAsync(script, head + await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Erasure/RealDrives/drive-bed-init.sh")));
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo("timeout",
            ["-k", "5", "360", Kernel, "mem=1500M", "root=/dev/root", "rootfstype=hostfs", "rootflags=/", "rw", "init=" + script, "con=null", "con0=fd:0,fd:1", "uml_dir=" + _work])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
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
}

[CollectionDefinition(Name)]
public sealed class DriveBedCollection : ICollectionFixture<DriveBed>
{
    public const string Name = "drive bed";
}

/// <summary>Another such machine, in which the drives are programs of our own behind the kernel's SCSI stack.</summary>
public sealed class EmulatedDriveBed : DriveBed
{
    protected override string Part => "emulated";
}

[CollectionDefinition(Name)]
public sealed class EmulatedDriveBedCollection : ICollectionFixture<EmulatedDriveBed>
{
    public const string Name = "emulated drive bed";
}
