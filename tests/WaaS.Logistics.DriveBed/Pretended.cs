using System.Text.Json;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Station;
using WaaS.Logistics.Station.InDevice;

namespace WaaS.Logistics.DriveBed;

/// <summary>The station's program, told by a file which machine it runs on and which boot this is; everything else is as from its command line.</summary>
internal static class Pretended
{
    private sealed record Said(string? Manufacturer, string? Model, string? Serial, Guid BootId);

    public static async Task<int> RunAsync(string file, string[] arguments)
    {
        Said said = JsonSerializer.Deserialize<Said>(await File.ReadAllBytesAsync(file), JsonSerializerOptions.Web)!;
        var machine = new Machine(new HostIdentity { Manufacturer = said.Manufacturer, Model = said.Model, Serial = said.Serial, Uuid = null, AssetTag = null }, said.BootId);
        return (int)await new StationProgram(Console.Out, Console.Error, TimeProvider.System) { Machine = () => machine }.RunAsync(arguments);
    }
}
