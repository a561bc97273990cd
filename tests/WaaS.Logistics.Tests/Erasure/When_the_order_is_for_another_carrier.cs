using WaaS.Logistics.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure;

public sealed class When_the_order_is_for_another_carrier
{
    [Theory]
    [InlineData("WD-1", null, "sidecar")]
    [InlineData(null, " WD-1 ", "scan")]
    [InlineData("wd-1", "WD-1", "sidecar+scan")]
    public void Label_and_scan_settle_one_serial(string? label, string? scan, string source)
    {
        CarrierSerial serial = CarrierSerial.Settle(label, scan);
        Assert.Equal(source, serial.Source);
        serial.MustBe("WD-1");
    }

    [Theory]
    [InlineData(null, null, TargetRules.SerialUnknown)]
    [InlineData(" ", "", TargetRules.SerialUnknown)]
    [InlineData("0000000", null, TargetRules.SerialUnknown)]
    [InlineData(null, "To be filled by O.E.M.", TargetRules.SerialUnknown)]
    [InlineData("XXXX", null, TargetRules.SerialUnknown)]
    [InlineData("WD-1", "WD-2", TargetRules.SerialDiffers)]
    public void No_serial_a_placeholder_and_two_serials_are_refused(string? label, string? scan, string rule) =>
        Assert.Equal(rule, Assert.Throws<TargetRefusedException>(() => CarrierSerial.Settle(label, scan)).Rule);

    [Theory]
    [InlineData("WD-12")]
    [InlineData("WD")]
    [InlineData("")]
    [InlineData(null)]
    public void Nearly_the_same_is_another(string? ordered) =>
        Assert.Equal(
            TargetRules.SerialDiffers,
            Assert.Throws<TargetRefusedException>(() => new CarrierSerial("WD-1", "scan").MustBe(ordered)).Rule);

    [Fact]
    public void Nothing_is_written_and_no_key_is_made()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 1 << 20);
        byte[] before = ImageFile.Read(image);
        using (Target target = Target.Open(image))
        {
            Assert.Throws<TargetRefusedException>(() => Wipe.Run(Wiping.Request(target, bench) with { OrderedSerial = "WD-OTHER" }));
        }

        Assert.Equal(before, ImageFile.Read(image));
        Assert.False(File.Exists(bench.Path_("journal.json")));
    }

    [Fact]
    public void A_hold_at_the_last_moment_stops_it_before_the_first_write()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 1 << 20);
        byte[] before = ImageFile.Read(image);
        using (Target target = Target.Open(image))
        {
            var refused = Assert.Throws<TargetRefusedException>(() => Wipe.Run(Wiping.Request(target, bench) with
            {
                ConfirmOrder = () => throw new TargetRefusedException(TargetRules.OrderHeld, "A legal hold is set."),
            }));
            Assert.Equal(TargetRules.OrderHeld, refused.Rule);
        }

        Assert.Equal(before, ImageFile.Read(image));
    }

    [Fact]
    public void A_loop_device_put_on_the_image_meanwhile_stops_it_before_the_first_write()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 1 << 20);
        byte[] before = ImageFile.Read(image);
        using (Target target = Target.Open(image))
        {
            var refused = Assert.Throws<TargetRefusedException>(() => Wipe.Run(Wiping.Request(target, bench) with { ConfirmOrder = () => bench.Loop(image) }));
            Assert.Equal(TargetRules.BehindLoop, refused.Rule);
        }

        Assert.Equal(before, ImageFile.Read(image));
    }

    [Fact]
    public void A_label_beside_the_image_is_read()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 4096);
        Assert.Null(CarrierLabel.Beside(image));
        File.WriteAllText(image + ".carrier.json", """{"serial":"S4EV","model":"970 EVO","manufacturer":"Samsung","mediaType":"nvme"}""");
        Assert.Equal(new CarrierLabel { Serial = "S4EV", Model = "970 EVO", Manufacturer = "Samsung", MediaType = "nvme" }, CarrierLabel.Beside(image));
        File.WriteAllText(image + ".carrier.json", "{");
        Assert.Throws<TargetRefusedException>(() => CarrierLabel.Beside(image));
    }
}
