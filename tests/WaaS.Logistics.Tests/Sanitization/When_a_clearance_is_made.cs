using System.Text.Json;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Orders;
using Xunit;

namespace WaaS.Logistics.Tests.Sanitization;

public class When_a_clearance_is_made
{
    [Fact]
    public void Nobody_outside_can_construct_one() => Assert.Empty(typeof(Clearance).GetConstructors());

    [Fact]
    public void It_travels_as_json_and_comes_back_whole()
    {
        var order = Some.OneCarrier().Proven();
        var sent = order.Clearance!.Clearance!;
        var back = JsonSerializer.Deserialize<Clearance>(JsonSerializer.Serialize(sent, ServiceDb.EventJson), ServiceDb.EventJson)!;
        Assert.Equal((sent.Cycle, sent.Revision), (back.Cycle, back.Revision));
        Assert.Equal(sent.Slots, back.Slots);
    }

    [Fact]
    public void One_without_slots_is_none() =>
        Assert.ThrowsAny<ArgumentException>(() => JsonSerializer.Deserialize<Clearance>("""{"cycle":1,"revision":1,"slots":[]}""", ServiceDb.EventJson));

    [Fact]
    public void An_unproven_slot_cannot_get_into_one() =>
        Assert.Equal("slot-open", Assert.Throws<RefusedException>(() => new ClearanceRecord(Some.OneCarrier(), 1, Some.Now)).Rule);

    [Fact]
    public void An_order_without_slots_gets_none() =>
        Assert.Equal("no-slots", Assert.Throws<RefusedException>(() => new ClearanceRecord(Some.Order(0), 1, Some.Now)).Rule);

    [Fact]
    public void Only_the_gate_does_it_in_the_whole_source()
    {
        var source = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "src");
        var makers = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && File.ReadAllText(file).Contains("new Clearance("))
            .Select(Path.GetFileName);
        Assert.Equal(["ClearanceRecord.cs"], makers);
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
