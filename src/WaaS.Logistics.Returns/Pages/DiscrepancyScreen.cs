using Microsoft.AspNetCore.Http;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Overview;

namespace WaaS.Logistics.Returns.Pages;

/// <summary>What does not agree and what is in quarantine, for the person who asks, also after something they asked for was refused.</summary>
internal sealed class DiscrepancyScreen(FindDiscrepancies find, Visit visit, Refusals refusals)
{
    public async Task<IResult> Show(FormErrors? errors, int status, CancellationToken cancel) => Page.Show<DiscrepanciesPage>(new
    {
        Open = await find.Handle(DiscrepancyState.Open, 0, cancel),
        Quarantined = await find.Quarantined(cancel),
        MaySettle = visit.HasAny([Roles.Office, Roles.Supervisor]),
        MayLift = visit.HasAny([Roles.Supervisor]),
        Errors = errors,
    }, status);

    public async Task<IResult> Do<T>(Func<Task<T>> act, string done, CancellationToken cancel)
    {
        try
        {
            await act();
            return Page.Redirect("/returns/discrepancies", done);
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            return await Show(FormErrors.Of(e, refusals), e.Status, cancel);
        }
    }
}
