using System.Diagnostics;
using System.Text.Json;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Station;
using WaaS.Logistics.Station.InDevice;
using WaaS.Logistics.Tests.Erasure;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.InDevice;

/// <summary>A laptop whose soldered drive is a loop device, started from a boot medium with a fleet key. It keeps nothing from one start to the next but its drive.</summary>
internal sealed class Laptop : IDisposable
{
    private readonly Workbench _bench = new();

    public Laptop(string serial, string carrier, string fleetKeyPem, long bytes = 4 << 20, string maker = "LENOVO", string model = "ThinkPad T14 Gen 3 (21AH00)")
    {
        (Serial, Carrier, Maker, Model) = (serial, carrier, maker, model);
        Image = _bench.Image("soldered.img", bytes);
        File.WriteAllText(Image + ".carrier.json", JsonSerializer.Serialize(new { serial = carrier }));
        Drive = _bench.DirectLoop(Image);
        Fleet(fleetKeyPem);
        Boot();
    }

    public string Serial { get; set; }

    public string Carrier { get; }

    public string Maker { get; set; }

    public string Model { get; set; }

    public string Image { get; }

    public string Drive { get; }

    /// <summary>The operator's.</summary>
    public string Badge { get; set; } = "nobody";

    public Guid BootId { get; private set; }

    /// <summary>In memory: every start has an empty one.</summary>
    public string Memory { get; private set; } = "";

    /// <summary>Of its console.</summary>
    public string Language { get; init; } = "en";

    public string Errors { get; private set; } = "";

    public JsonElement Said { get; private set; }

    private string KeyFile => _bench.Path_("fleet.key");

    public void Fleet(string pem)
    {
        File.WriteAllText(KeyFile, pem);
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Switched off and on again.</summary>
    public void Boot()
    {
        BootId = Guid.NewGuid();
        Memory = _bench.Path_($"memory-{BootId:N}");
        File.WriteAllText(_bench.Path_("machine.json"), JsonSerializer.Serialize(new { manufacturer = Maker, model = Model, serial = Serial, bootId = BootId }));
    }

    /// <summary>The station's program in this process, with what happens when it says something.</summary>
    public async Task<ExitCode> Wipe(Uri server, Action<string>? heard = null, CancellationToken cancel = default, params string[] more)
    {
        using StringWriter output = new();
        var errors = new Ear(heard);
        var machine = new Machine(new HostIdentity { Manufacturer = Maker, Model = Model, Serial = Serial, Uuid = null, AssetTag = null }, BootId);
        var code = await new StationProgram(output, TextWriter.Synchronized(errors), TimeProvider.System) { Machine = () => machine }.RunAsync(Arguments(server, more), cancel);
        Errors = errors.ToString();
        Said = output.ToString().Trim() is { Length: > 0 } text ? JsonSerializer.Deserialize<JsonElement>(text.Split('\n')[^1]) : default;
        return code;
    }

    /// <summary>The same as a process of its own, which can be killed.</summary>
    public Process Start(Uri server, params string[] more)
    {
        string[] line = ["exec", Path.Combine(AppContext.BaseDirectory, "WaaS.Logistics.DriveBed.dll"), "station", _bench.Path_("machine.json"), .. Arguments(server, more)];
        return Process.Start(new ProcessStartInfo("dotnet", line) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    public byte[] Content() => Workbench.Peek(Image);

    public void Dispose() => _bench.Dispose();

    private string[] Arguments(Uri server, string[] more) =>
        ["in-device", "--server", server.ToString(), "--fleet-key", KeyFile, "--image", Drive, "--data", Memory, "--operator", Badge, "--json", "--lang", Language, .. more];

    private sealed class Ear(Action<string>? heard) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            heard?.Invoke(value ?? "");
        }
    }
}
