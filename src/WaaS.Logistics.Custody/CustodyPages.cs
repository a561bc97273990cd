using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Custody.Data;
using WaaS.Logistics.Custody.DeviceLife;
using WaaS.Logistics.Custody.SearchFacts;
using WaaS.Logistics.Custody.Today;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Custody;

internal static class CustodyPages
{
    private const int LongestIdentifier = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        // A customer or reseller who signs in has no house to look at.
        routes.MapGet("/", (ShowToday today, Visit visit, ClaimsPrincipal person, CancellationToken cancel) => visit.HasAny(Roles.House) ? ShowTodayPage(today, person, cancel) : Task.FromResult(Page.Redirect("/account")))
            .For([.. Roles.All]);
        var pages = routes.MapGroup("/custody").For(Roles.House);
        pages.MapGet("/", Search);
        pages.MapGet("/devices/{device:guid}", Life);
    }

    private static async Task<IResult> ShowTodayPage(ShowToday today, ClaimsPrincipal person, CancellationToken cancel)
    {
        var roles = person.FindAll(ClaimTypes.Role).Select(claim => claim.Value).ToHashSet();
        return Page.Show<TodayPage>(new { Today = await today.Handle(roles, cancel) });
    }

    private static async Task<IResult> Search(string? q, FindFacts find, CancellationToken cancel)
    {
        var query = q?.Trim() ?? "";
        if (query.Length > LongestIdentifier)
            throw RefusedException.Invalid("q", "An identifier has at most 200 characters. Scan or type one identifier.");
        var devices = new List<FoundDevice>();
        foreach (var device in query.Length == 0 ? [] : await find.DevicesOf(query, cancel))
            if (FoundDevice.Of(device, await find.LifeOf(device, cancel)) is { } found)
                devices.Add(found);
        // An order names many devices; whoever scans a serial wants that one.
        var named = devices.Where(device => device.Serial is not null && FactSubject.Normalize(device.Serial) == FactSubject.Normalize(query)).ToList();
        return (named.Count == 1 ? named : devices) is [var only]
            ? Page.Redirect($"/custody/devices/{only.Device}")
            : Page.Show<SearchPage>(new { Query = query, Devices = (IReadOnlyList<FoundDevice>)devices });
    }

    private static async Task<IResult> Life(Guid device, FindFacts find, CancellationToken cancel)
    {
        var facts = await find.LifeOf(device, cancel);
        return facts.Count == 0 ? throw RefusedException.NotFound("device", device.ToString()) : Page.Show<LifePage>(new { Life = LifeView.Of(device, facts) });
    }
}
