using System.Diagnostics;
using System.Text.Json;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station;
using WaaS.Logistics.Station.InDevice;
using WaaS.Logistics.Station.Verbs;
using WaaS.Logistics.Tests.Erasure;

namespace WaaS.Logistics.Tests.Station;

/// <summary>An enrolled station with a server and a carrier of its own.</summary>
internal sealed class StationBench : IAsyncDisposable
{
    public const string Carrier = "S4EVNX0M123456", Device = "PF2ABCDE";

    private StationBench(TestServer server) => Server = server;

    public TestServer Server { get; }

    public Workbench Bench { get; } = new();

    public string Data => Bench.Path_("station");

    /// <summary>The drive behind the carrier.</summary>
    public DriveSource Drives { get; set; } = DriveSource.OfTheMachine;

    /// <summary>The machine it runs on, where it wipes itself.</summary>
    public Machine Machine { get; set; } = new(new HostIdentity { Manufacturer = "LENOVO", Model = "T14", Serial = Device, Uuid = null, AssetTag = null }, Guid.NewGuid());

    /// <summary>The station's own clock.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>What an operator types; null where nobody is there.</summary>
    public TextReader? Input { get; set; }

    /// <summary>Called with everything that is told meanwhile.</summary>
    public Action<string>? Heard { get; set; }

    /// <summary>What the last call printed.</summary>
    public string Output { get; private set; } = "";

    public string Errors { get; private set; } = "";

    public JsonElement Result => JsonDocument.Parse(Output.TrimEnd().Split('\n')[^1]).RootElement;

    public static async Task<StationBench> EnrolledAsync()
    {
        var bench = new StationBench(await new TestServer().StartAsync());
        ExitCode code = await bench.RunAsync(
            "enroll", "--server", bench.Server.Address.ToString(), "--code", TestServer.Code, "--name", "Bench 1", "--data", bench.Data, "--json");
        return code == ExitCode.Done ? bench : throw new InvalidOperationException(bench.Errors);
    }

    /// <summary>An image with a label beside it, and the order for it.</summary>
    public string OrderedImage(long bytes, string labelled = Carrier)
    {
        string image = Bench.Image("disk.img", bytes);
        File.WriteAllText(image + ".carrier.json", $$"""{"serial":"{{labelled}}","model":"970 EVO","manufacturer":"Samsung","mediaType":"nvme"}""");
        Server.Job = NewJob();
        return image;
    }

    public static Job NewJob() => new()
    {
        JobId = Guid.CreateVersion7(), OrderId = Guid.CreateVersion7(), DeviceId = Guid.CreateVersion7(), DeviceSerial = Device,
        Manufacturer = "Lenovo", Model = "T14", Slot = "1", CarrierSerial = Carrier, ProcedureKey = "random-1-verify-full", Steps = Steps(), RequiredLevel = null, Medium = null, ProtectionNeed = "normal",
        Passes = [new ProcedurePass { Number = 1, Pattern = OverwritePattern.Random, Generator = "aes-128-ctr" }],
        Verification = new RequiredVerification { Type = VerificationType.Full, Percent = 100 },
        PolicyId = "standard", PolicyVersion = 1, LeaseUntil = TimeProvider.System.GetUtcNow().AddMinutes(1),
        Customer = new Dictionary<string, string> { ["customer"] = "Muster GmbH" },
    };

    public static IReadOnlyList<ProcedureStep> Steps(int passes = 1, params IReadOnlyList<string> techniques) =>
    [
        new() { Kind = ProcedureStepKind.ResetHiddenAreas, Techniques = [] },
        .. Enumerable.Repeat(new ProcedureStep { Kind = ProcedureStepKind.Overwrite, Techniques = [] }, passes),
        .. techniques.Count == 0 ? [] : new[] { new ProcedureStep { Kind = ProcedureStepKind.FirmwareErase, Techniques = techniques } },
        new() { Kind = ProcedureStepKind.Verify, Techniques = [] },
    ];

    public Task<ExitCode> WipeAsync(string image, params string[] more) =>
        RunAsync(["wipe", "--image", image, "--operator", "op-7", "--data", Data, "--json", .. more]);

    /// <summary>This machine wipes one of its own; every call is another boot with an empty memory.</summary>
    public Task<ExitCode> WipeOwnAsync(CancellationToken cancellation, params string[] more)
    {
        Machine = Machine with { BootId = Guid.NewGuid() };
        return RunAsync(cancellation, [.. OwnArguments(), .. more]);
    }

    public string[] OwnArguments()
    {
        string key = Bench.Path_("fleet.key");
        if (!File.Exists(key))
        {
            KeyFile.Write(key, Server.Fleet);
        }

        string[] person = Input is null ? ["--operator", "op-7"] : [];
        return ["in-device", "--server", Server.Address.ToString(), "--fleet-key", key, "--data", Bench.Path_($"memory-{Machine.BootId:N}"), "--json", "--lang", "en", .. person];
    }

    public Task<ExitCode> RunAsync(params string[] arguments) => RunAsync(CancellationToken.None, arguments);

    public async Task<ExitCode> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        using StringWriter output = new(), errors = new Ear(this);
        ExitCode code = await new StationProgram(output, TextWriter.Synchronized(errors), Clock) { Drives = Drives, Machine = () => Machine, Input = Input, LoopSticks = true }.RunAsync(arguments, cancellation);
        (Output, Errors) = (output.ToString(), errors.ToString());
        return code;
    }

    /// <summary>The real program as a process of its own.</summary>
    public static Process Start(params string[] arguments)
    {
        // The published native program can be put in place of the built one.
        string? published = Environment.GetEnvironmentVariable("WAAS_STATION");
        string built = Path.Combine(AppContext.BaseDirectory, "waas-station.dll");
        ProcessStartInfo start = published is null ? new("dotnet", [built, .. arguments]) : new(published, arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        return Process.Start(start)!;
    }

    public static async Task Until(Func<bool> condition, string what)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds(60))
            {
                throw new TimeoutException(what);
            }

            await Task.Delay(10);
        }
    }

    private sealed class Ear(StationBench bench) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            bench.Heard?.Invoke(value ?? "");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Bench.Dispose();
    }
}
