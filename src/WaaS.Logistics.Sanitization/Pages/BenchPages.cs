using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Policies;
using WaaS.Logistics.Sanitization.ShowBench;
using WaaS.Logistics.Sanitization.ShowHolds;
using WaaS.Logistics.Sanitization.ShowOrders;
using WaaS.Logistics.Sanitization.TakeScan;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>The operator's main screen and the lists behind it.</summary>
internal static class BenchPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/wipe").For(Who.Watches);
        pages.MapGet("", async (ReadBench bench, CancellationToken cancel) => Page.Show<BenchPage>(new { Bench = await bench.Handle(cancel) }));
        pages.MapGet("/live", async (ReadBench bench, CancellationToken cancel) => Page.Show<BenchLive>(new { Bench = await bench.Handle(cancel) }));
        pages.MapGet("/orders", Orders);
        pages.MapGet("/reviews", async (ReadBench bench, CancellationToken cancel) => Page.Show<ReviewsPage>(new { Bench = await bench.Handle(cancel) }));
        pages.MapGet("/policies", (PolicyBook book, SanitizationDb db) => Page.Show<PoliciesPage>(new { Policies = PolicyView.Of(book, db.Now) }));
        pages.MapGet("/holds", async (ReadHolds holds, Visit visit, CancellationToken cancel) => Page.Show<HoldsPage>(new { Holds = await holds.Handle(cancel), MayLift = visit.HasAny(Who.LiftsHolds) }));
        pages.MapGet("/devices/{deviceId:guid}", OfDevice);
        routes.MapPost("/wipe/api/scans", async (ScanPost scan, TakeBenchScan take, Visit visit, CancellationToken cancel, Guid? order = null) =>
            TypedResults.Ok(await take.Handle(scan, order, visit.HasAny(Who.Handles), cancel))).For(Who.Watches).WithTags("Wipe orders");
    }

    private static async Task<IResult> Orders(OrderReader reader, CancellationToken cancel, string? filter = null, string? q = null)
    {
        // Who looks for something by name means it in whatever state it is.
        var chosen = Enum.TryParse<OrderFilter>(filter, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : string.IsNullOrWhiteSpace(q) ? OrderFilter.Open : OrderFilter.All;
        return Page.Show<OrdersPage>(new { Orders = await reader.List(chosen, q, cancel), Filter = chosen.ToString(), Query = q });
    }

    private static async Task<IResult> OfDevice(Guid deviceId, SanitizationDb db, CancellationToken cancel) =>
        await db.Orders.Where(order => order.DeviceId == deviceId).OrderByDescending(order => order.Cycle).Select(order => (Guid?)order.Id).FirstOrDefaultAsync(cancel) is { } order
            ? Page.Redirect($"/wipe/orders/{order}")
            : throw RefusedException.NotFound("wipe order", deviceId.ToString());
}
