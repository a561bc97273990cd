using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.IntegrationTests.Sanitization.Pages;

/// <summary>Devices that have come to the bench of a running product.</summary>
internal static class BenchOrders
{
    /// <summary>One device with the carriers named; its serials are its own.</summary>
    public static async Task<WipeOrder> Receive(this RunningProduct product, int? expected = 1, string need = "normal", params string?[] carriers)
    {
        var arrival = Documents.Arrival($"DEV{Guid.NewGuid():N}"[..16].ToUpperInvariant(), expected, [.. carriers.Select((carrier, at) => new CarrierSlot($"M.2-{at + 1}", carrier))]) with { ProtectionNeed = need };
        await using (var scope = product.Services.CreateAsyncScope())
            await ActivatorUtilities.CreateInstance<OpenOrderOnDeviceReceived>(scope.ServiceProvider).Consume(Delivery.Of(arrival, Guid.CreateVersion7()));
        return await product.InSanitization(db => db.WholeOrders.AsNoTracking().SingleAsync(order => order.DeviceId == arrival.DeviceId));
    }

    public static string Carrier() => $"CAR{Guid.NewGuid():N}"[..16].ToUpperInvariant();

    public static async Task<T> InSanitization<T>(this RunningProduct product, Func<SanitizationDb, Task<T>> work)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SanitizationDb>());
    }

    /// <summary>A person with the roles whose name nobody else has.</summary>
    public static Task<WebVisitor> Somebody(this RunningProduct product, params string[] roles) => product.SignedIn($"p{Guid.NewGuid():N}"[..16], roles);
}
