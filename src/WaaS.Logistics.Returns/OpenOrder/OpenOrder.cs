using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Resources;

namespace WaaS.Logistics.Returns.OpenOrder;

/// <summary>Somebody in the office announces that devices come back.</summary>
internal sealed class OpenOrder(ReturnsDb db, Texts t)
{
    public Task<OpenOrderAnswer> Handle(OpenOrderRequest request, CancellationToken cancel) => db.Once(request.OpId, "open-order", request, async () =>
    {
        var devices = await new ExpectedPicker(db, t).Pick(request, cancel);
        var customer = Customer(request, devices);
        var contract = Clean("contract", request.Contract, 40);
        if (contract is not null && !await db.Fleet.AnyAsync(device => device.ContractNumber == contract && device.Customer == customer, cancel))
            throw new RefusedException("contract-unknown", $"{customer} rents nothing under contract '{contract}'.", 400, "contract", contract);
        var number = await db.NextNumber(NumberSeries.Orders, cancel);
        var order = new ReturnOrder(number, customer, contract, Clean("owner", request.Owner, 100) ?? db.Origin.ActorName, db.Now);
        db.Orders.Add(order);
        db.Expected.AddRange(devices.Select(device => new ExpectedDevice(order, device)));
        db.AddToOutbox(order.Announce(devices.Select(device => device.ToMessage())));
        return new OpenOrderAnswer(order.Id, number, customer, devices.Count);
    }, [ReturnsDb.OneOpenExpectation], cancel);

    private string Customer(OpenOrderRequest request, List<FleetDevice> devices)
    {
        var customer = Clean("customer", request.Customer, 100) ?? devices.FirstOrDefault()?.Customer
            ?? throw RefusedException.Invalid("customer", "Name the customer, or the contract, or at least one device.");
        var foreign = devices.Where(device => !device.Customer.Equals(customer, StringComparison.OrdinalIgnoreCase)).ToList();
        return foreign.Count == 0 ? devices.FirstOrDefault()?.Customer ?? customer : throw new RefusedException("expected-devices",
            string.Join("\n", foreign.Select(device => t["Expected_Foreign", device.Manufacturer, device.Serial, device.Customer, customer])), 400, "serials");
    }

    private static string? Clean(string field, string? text, int max)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var trimmed = text.Trim();
        return trimmed.Length <= max && !trimmed.Any(char.IsControl) ? trimmed : throw RefusedException.Invalid(field, $"'{field}' is longer than {max} characters or holds a control character.", max).Worded("text-too-long");
    }
}
