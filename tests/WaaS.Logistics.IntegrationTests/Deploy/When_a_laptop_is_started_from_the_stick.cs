using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.InDevice;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Testbed;
using WaaS.Logistics.Tests.Erasure;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Deploy;

/// <summary>
/// The real boot medium in a machine of its own: WAAS_LIVE_IMAGE names an image of make-image whose server is http://10.0.2.2:5199, which is this machine as QEMU
/// shows it to its guests.
/// </summary>
public sealed class When_a_laptop_is_started_from_the_stick(ProductOnSqlite product) : IClassFixture<ProductOnSqlite>
{
    private const int Port = 5199;
    private static readonly TimeSpan Boot = TimeSpan.FromMinutes(8);
    private readonly Fleet _fleet = new(product);

    [Fact]
    public async Task It_finds_its_order_and_wipes_all_of_its_disk()
    {
        var live = Environment.GetEnvironmentVariable("WAAS_LIVE_IMAGE");
        Assert.SkipWhen(live is null, "WAAS_LIVE_IMAGE names no image of deploy/station/make-image.");
        Assert.SkipWhen(VirtualLaptop.Missing.Length > 0, VirtualLaptop.Missing);
        using var bench = new Workbench();
        using var supervisor = await product.SignedIn("sup-live", Roles.Supervisor);
        var (_, pem) = await _fleet.Key(supervisor);
        await _fleet.Received(supervisor, "PF3LIVE1", "INNER-DISK-1");
        using var wire = new Wire(product.Address, Port);
        var inner = bench.Image("inner.img", 64 << 20);
        var before = await File.ReadAllBytesAsync(inner);
        var stick = VirtualLaptop.Stick(bench.Path_("fleet.img"), "WAAS-FLEET", "fleet.key", pem);
        await using var laptop = VirtualLaptop.Start(bench.Path_("laptop"), live!, inner, "INNER-DISK-1", stick, "PF3LIVE1");
        try
        {
            await Poll.Until(async () => laptop.IsOff ? throw new InvalidOperationException(laptop.Complaint) : await _fleet.Read(db => db.Stations.AnyAsync(station => station.DeviceId != null)), Boot, "the laptop has an identity for this boot");
            await Poll.Until(async () =>
            {
                await laptop.Type("nobody\n");
                await Task.Delay(1000);
                return laptop.IsOff || await _fleet.Read(db => db.Jobs.AnyAsync());
            }, TimeSpan.FromMinutes(1), "the operator's badge was read and the job claimed");
            await Poll.Until(async () => laptop.IsOff || await _fleet.Read(db => db.Evidence.AnyAsync()), Boot, "the evidence is here");
            await Poll.Until(async () => laptop.IsOff || !await _fleet.Read(db => db.JournalPages.AnyAsync()), Boot, "the journal is erased");
        }
        finally
        {
            if (!laptop.IsOff && Environment.GetEnvironmentVariable("WAAS_TEST_RESULTS") is { } results)
                await laptop.Picture(Path.Combine(Directory.CreateDirectory(results).FullName, "in-device-console.png"));
        }
        Assert.False(laptop.IsOff);
        var evidence = await _fleet.Read(db => db.Evidence.AsNoTracking().SingleAsync());
        // Whether it is accepted depends on what this QEMU's disk tells of itself; that all of it was written does not.
        Assert.Equal("block", evidence.CarrierKind);
        var after = await File.ReadAllBytesAsync(inner);
        Assert.DoesNotContain(Enumerable.Range(0, after.Length / 512), sector => after.AsSpan(sector * 512, 512).SequenceEqual(before.AsSpan(sector * 512, 512)));
    }
}
