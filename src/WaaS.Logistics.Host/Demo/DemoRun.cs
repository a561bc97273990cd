using System.Globalization;
using WaaS.Logistics.Host.Demo.Acts;
using WaaS.Logistics.Host.Demo.Ends;

namespace WaaS.Logistics.Host.Demo;

/// <summary>The whole path, act after act, on a product that was started for it.</summary>
internal static class DemoRun
{
    public static async Task<IReadOnlyList<DeviceEnd>> Play(Stage stage, string firstRunLink, string certificateFolder)
    {
        var narrator = stage.Narrator;
        var announce = new Announce(stage);
        await narrator.Act("Disk images with real file systems are made", async () =>
        {
            await stage.Images.Make(stage.Cancel);
            narrator.Say(string.Create(CultureInfo.InvariantCulture, $"{stage.Input.Carriers.Count} carriers, {stage.Input.Carriers.Sum(carrier => carrier.Mebibytes)} MiB; every one holds documents that can be read on its raw bytes"));
        });
        await narrator.Act("The house opens", () => new FirstDay(stage).Play(firstRunLink));
        await narrator.Act("Contracts are imported, returns announced, parcels arrive", async () =>
        {
            await announce.Import();
            await announce.Open();
            await announce.Arrive();
        });
        await narrator.Act("Devices are received by scan", () => new Receive(stage).Play());
        await narrator.Act("Carriers are wiped, verified, certified", () => new Sanitize(stage).Play());
        await narrator.Act("Devices are inspected and graded", () => new Refurbish(stage).Play());
        await narrator.Act("Units are stocked, priced, reserved, picked and sold", () => new Sell(stage).Play());
        IReadOnlyList<DeviceEnd> ends = [];
        await narrator.Act("Every device's end is read back from the services", async () => ends = await new ReadEnds(stage, certificateFolder).Read());
        return ends;
    }
}
