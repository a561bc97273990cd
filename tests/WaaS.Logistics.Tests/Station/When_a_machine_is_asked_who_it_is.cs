using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Station.Reporting;
using WaaS.Logistics.Tests.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Station;

public sealed class When_a_machine_is_asked_who_it_is
{
    [Fact]
    public void It_is_what_its_firmware_says()
    {
        HostIdentity host = Read(("sys_vendor", "Dell Inc."), ("product_name", "XPS 13 9310"), ("product_version", "Not Specified"), ("product_serial", "5XK2Q33"), ("product_uuid", "4c4c4544-0058-4b10-8032-b5c04f513333"), ("chassis_asset_tag", "IT-0042"));
        Assert.Equal(("Dell Inc.", "XPS 13 9310", "5XK2Q33", "4c4c4544-0058-4b10-8032-b5c04f513333", "IT-0042"), (host.Manufacturer, host.Model, host.Serial, host.Uuid, host.AssetTag));
    }

    [Fact]
    public void Lenovo_has_the_model_in_the_version() => Assert.Equal(
        "ThinkPad T440p (20AWS1KU04)",
        Read(("sys_vendor", "LENOVO"), ("product_name", "20AWS1KU04"), ("product_version", "ThinkPad T440p")).Model);

    [Theory]
    [InlineData("product_serial", "To be filled by O.E.M.")]
    [InlineData("product_serial", "Default string")]
    [InlineData("product_serial", "System Serial Number")]
    [InlineData("product_serial", "000000000")]
    [InlineData("product_serial", "")]
    [InlineData("product_uuid", "03000200-0400-0500-0006-000700080009")]
    [InlineData("product_uuid", "00000000-0000-0000-0000-000000000000")]
    [InlineData("product_uuid", "ffffffff-ffff-ffff-ffff-ffffffffffff")]
    [InlineData("chassis_asset_tag", "No Asset Information")]
    [InlineData("chassis_asset_tag", "Asset-1234567890")]
    public void What_the_maker_left_open_is_unknown(string name, string value)
    {
        HostIdentity host = Read((name, value));
        Assert.Equal((null, null, null), (host.Serial, host.Uuid, host.AssetTag));
    }

    [Fact]
    public void A_machine_without_such_firmware_is_unknown() => Assert.Null(Read().Manufacturer);

    private static HostIdentity Read(params (string Name, string Value)[] files)
    {
        using var bench = new Workbench();
        foreach ((string name, string value) in files)
        {
            File.WriteAllText(bench.Path_(name), value + "\n");
        }

        return HostMachine.Read(bench.Folder);
    }
}
