using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.NoteCarriers;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Returns;

/// <summary>Not the serial's own barcode but whatever else stands on a device's label.</summary>
public abstract class When_a_label_is_scanned(IStack stack) : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenEmpty(stack);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("1S20XW004AGE", "", "PF9A0001", "")]
    [InlineData("S/N: ", "", "5CG2140Q{0}", "1")]
    [InlineData("[)>\u001e06\u001d1P20XW\u001dS", "\u001e\u0004", "ENV-0001", "")]
    [InlineData("]d2010952123454321321", "\u001d17270101", "GS1-0001", "")]
    public async Task A_label_is_read_and_its_serial_found_in_the_fleet(string before, string after, string serial, string number)
    {
        serial = string.Format(CultureInfo.InvariantCulture, serial, number);
        var (session, devices, _) = await _desk.Expect(serial);
        var answer = await _desk.Scan(session, before + serial + after);
        Assert.Equal((ScanOutcome.Expected, devices[0].Id, serial), (answer.Outcome!.Value, answer.DeviceId!.Value, answer.Serial));
    }

    [Fact]
    public async Task The_fleet_decides_what_an_ambiguous_text_is()
    {
        // Ten digits are a Dell Express Service Code and may be a serial as they stand; thirteen with a fitting check digit are an article number.
        var (session, devices, _) = await _desk.Expect("4006381333931", "1S20XW004AGFPF9A0002");
        Assert.Equal(devices[0].Id, (await _desk.Scan(session, "4006381333931")).DeviceId);
        Assert.Equal(devices[1].Id, (await _desk.Scan(session, "1S20XW004AGFPF9A0002")).DeviceId);
        await _desk.Rent("PF9A0002");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => _desk.Scan(session, "1S20XW004AGFPF9A0002"));
        Assert.Equal("two-devices-fit", refused.Rule);
        Assert.Contains("PF9A0002", refused.Message);
    }

    [Theory]
    [InlineData("1Z999AA10123456784", "not-a-serial")]
    [InlineData("WWN: 50014EE2B5C0F1A2", "not-a-serial")]
    [InlineData("00:1A:2B:3C:4D:5E", "not-a-serial")]
    [InlineData("(01)09521234543214", "label-faulty")]
    public async Task What_names_no_device_is_said_to_be_that_and_leaves_nothing(string payload, string rule)
    {
        var (session, _, _) = await _desk.Expect($"NOT-{Guid.NewGuid():N}"[..20]);
        Assert.Equal(rule, (await Assert.ThrowsAsync<RefusedException>(() => _desk.Scan(session, payload))).Rule);
        Assert.False(await _desk.Returns(db => db.Scans.AnyAsync(row => row.SessionId == session)));
    }

    [Fact]
    public async Task A_drives_label_gives_its_serial_and_nothing_else()
    {
        var (session, devices, _) = await _desk.Expect("DRV-0001");
        var scan = (await _desk.Scan(session, "DRV-0001")).ScanId!.Value;
        foreach (var other in new[] { "WWN: 50014EE2B5C0F1A2", "PSID: ABCDEFGHIJKLMNOPQRSTUVWXYZ012345" })
            Assert.Equal("not-a-serial", (await Assert.ThrowsAsync<RefusedException>(() => Add(session, scan, other))).Rule);
        await Add(session, scan, "S/N: S64DNX0R200077");
        Assert.Equal(["S64DNX0R200077"], (await _desk.Said<CarriersSeen>()).Last(said => said.DeviceId == devices[0].Id).Slots.Select(slot => slot.CarrierSerial));
    }

    private Task<NoteCarriersAnswer> Add(Guid session, Guid scan, string payload) => _desk.Call((AddCarrier add) => add.Handle(session, scan, Guid.NewGuid(), Noting.Carrier, payload, default));
}

public sealed class When_a_label_is_scanned_on_sqlite() : When_a_label_is_scanned(new EmbeddedStack());

public sealed class When_a_label_is_scanned_on_postgres(PostgresStack stack) : When_a_label_is_scanned(stack), IClassFixture<PostgresStack>;
