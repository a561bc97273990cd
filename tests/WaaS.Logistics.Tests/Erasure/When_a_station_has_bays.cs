using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure;

/// <summary>The file decides what may be destroyed: what is not exactly right in it stops everything.</summary>
public sealed class When_a_station_has_bays : IDisposable
{
    private const string Good = """{"bays":[{"label":"A1","path":"/dev/disk/by-path/pci-0000:00:17.0-ata-3"},{"label":"A2","path":"/sys/devices/pci0000:00/0000:00:17.0/ata4"}],"deniedSerials":["S1"]}""";
    private readonly Workbench _bench = new();

    [Fact]
    public void Its_bays_are_read_in_order()
    {
        Assert.Equal(["A1", "A2"], Read(Good).Bays.Select(bay => bay.Label));
        Assert.Equal(["A1"], Read("""{"bays":[{"label":"A1","path":"/sys/devices/x"}]}""").Bays.Select(bay => bay.Label));
    }

    [Fact]
    public void Without_a_file_there_are_none() => Assert.Empty(AllowedBays.Read(_bench.Path_("bays.json")).Bays);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"bays":null}""")]
    [InlineData("""{"bays":[null]}""")]
    [InlineData("""{"bays":[{"label":"A1"}]}""")]
    [InlineData("""{"bays":[{"label":"","path":"/sys/devices/x"}]}""")]
    [InlineData("""{"bays":[{"label":" A1","path":"/sys/devices/x"}]}""")]
    [InlineData("""{"bays":[{"label":"A1","path":"/dev/sdb"}]}""")]
    [InlineData("""{"bays":[{"label":"A1","path":"/dev/disk/by-path/../../sda"}]}""")]
    [InlineData("""{"bays":[{"label":"A1","path":"/sys/devices/"}]}""")]
    [InlineData("""{"bays":[{"label":"A1","path":"/dev/disk/by-id/ata-X"}]}""")]
    [InlineData("""{"bays":[{"label":"A1","path":"/sys/devices/x"},{"label":"a1","path":"/sys/devices/y"}]}""")]
    [InlineData("""{"bays":[{"label":"A1","path":"/sys/devices/x"},{"label":"A2","path":"/sys/devices/x"}]}""")]
    [InlineData("""{"bays":[{"label":"A1","path":"/sys/devices/x","serial":"S"}]}""")]
    [InlineData("""{"bays":[],"deniedSerials":[""]}""")]
    [InlineData("""{"bays":[],"deniedSerial":["S"]}""")]
    [InlineData("""{"bays":[],"bays":[{"label":"A1","path":"/sys/devices/x"}]}""")]
    [InlineData("""{"Bays":[]}""")]
    [InlineData("""{"bays":[]} {}""")]
    public void A_file_that_is_not_exactly_right_is_refused(string content) => Refused(() => Read(content));

    [Theory]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void A_file_that_others_may_write_is_refused(UnixFileMode more)
    {
        Read(Good);
        File.SetUnixFileMode(_bench.Path_("bays.json"), UnixFileMode.UserRead | UnixFileMode.UserWrite | more);
        Refused(() => AllowedBays.Read(_bench.Path_("bays.json")));
    }

    [Fact]
    public void A_file_of_somebody_else_is_refused()
    {
        Read(Good);
        (int code, _, string errors) = Shell.Try("chown", "12345", _bench.Path_("bays.json"));
        Assert.SkipWhen(code != 0, $"Only root gives files away: {errors}");
        Refused(() => AllowedBays.Read(_bench.Path_("bays.json")));
    }

    [Fact]
    public void A_link_to_a_file_is_refused()
    {
        Read(Good);
        File.CreateSymbolicLink(_bench.Path_("link.json"), _bench.Path_("bays.json"));
        Refused(() => AllowedBays.Read(_bench.Path_("link.json")));
    }

    [Fact]
    public void Bays_let_nobody_in_who_is_not_in_one()
    {
        string image = _bench.Image("disk.img", 1 << 20);
        AllowedBays bays = Read(Good);
        Assert.Equal(TargetRules.Bay, Assert.Throws<TargetRefusedException>(() => bays.DriveIn("A3")).Rule);
        Assert.Equal(TargetRules.Bay, Assert.Throws<TargetRefusedException>(() => bays.DriveIn("A1")).Rule);
        using Target file = Target.Open(image, bays);
        Assert.Equal(TargetKind.File, file.Identity.Kind);
    }

    [Theory]
    [InlineData(null, DriveSerialSource.Drive, null, TargetRules.SerialUnknown)]
    [InlineData("S1", DriveSerialSource.Unknown, "S1", TargetRules.SerialUnknown)]
    [InlineData("00000000", DriveSerialSource.Drive, null, TargetRules.SerialUnknown)]
    [InlineData("S1", DriveSerialSource.Drive, "S2", TargetRules.SerialDiffers)]
    [InlineData("S1", DriveSerialSource.Bridge, null, TargetRules.SerialUnknown)]
    [InlineData("S1", DriveSerialSource.Bridge, "S2", TargetRules.SerialDiffers)]
    public void A_drive_that_does_not_say_who_it_is_is_refused(string? said, DriveSerialSource source, string? scanned, string rule) =>
        Assert.Equal(rule, Assert.Throws<TargetRefusedException>(() => CarrierSerial.OfDrive(Says(said, source), scanned)).Rule);

    [Theory]
    [InlineData(DriveSerialSource.Drive, null, "drive")]
    [InlineData(DriveSerialSource.Drive, "s1", "drive+scan")]
    [InlineData(DriveSerialSource.Bridge, "S1", "bridge+scan")]
    public void A_serial_says_who_said_it(DriveSerialSource source, string? scanned, string told) =>
        Assert.Equal(new CarrierSerial("S1", told), CarrierSerial.OfDrive(Says("S1", source), scanned));

    [Fact]
    public void A_drive_under_another_name_is_the_same_after_a_restart_and_another_is_not()
    {
        var before = new TargetIdentity(TargetKind.Drive, "8:0", 0, null, 1 << 20, 512, 7, null) { Drive = Says("S1", DriveSerialSource.Drive) };
        Assert.True((before with { Device = "8:16", DiskSequence = 3 }).IsSameCarrier(before));
        Assert.False((before with { SizeBytes = 2 << 20 }).IsSameCarrier(before));
        Assert.False((before with { Drive = Says("S2", DriveSerialSource.Drive) }).IsSameCarrier(before));
        Assert.False((before with { Drive = null }).IsSameCarrier(before));
    }

    public void Dispose() => _bench.Dispose();

    private static DriveIdentity Says(string? serial, DriveSerialSource source) => new(serial, source, "5000c500a1b2c3d4", null, null, "ST1000", "0001");

    private AllowedBays Read(string content)
    {
        File.WriteAllText(_bench.Path_("bays.json"), content);
        File.SetUnixFileMode(_bench.Path_("bays.json"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return AllowedBays.Read(_bench.Path_("bays.json"));
    }

    private static void Refused(Action read) => Assert.Equal(TargetRules.BaysFile, Assert.Throws<TargetRefusedException>(read).Rule);
}
