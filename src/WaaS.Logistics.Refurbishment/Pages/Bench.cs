using Microsoft.AspNetCore.Http;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.Api;
using WaaS.Logistics.Refurbishment.Data;

namespace WaaS.Logistics.Refurbishment.Pages;

/// <summary>Shows a device to the person who asks, also after something they asked for was refused.</summary>
internal sealed class Bench(FindDevices.FindDevices find, RefurbishmentDb db, Visit visit, Refusals refusals)
{
    public async Task<IResult> Show(Guid id, FormErrors? errors, string? seal, int status, CancellationToken cancel) =>
        Page.Show<BenchPage>(new { View = await find.Show(id, cancel), MayWork = visit.HasAny(Who.Works), Errors = errors, SealNumber = seal }, status);

    public async Task<IResult> Live(Guid id, CancellationToken cancel) => Page.Show<BenchLive>(new { View = await find.Show(id, cancel), MayWork = visit.HasAny(Who.Works) });

    public async Task<IResult> Ask(Guid id, Report what, ReportForm form, FormErrors? errors, int status, CancellationToken cancel) =>
        Page.Show<ReportPage>(new { View = await find.Show(id, cancel), What = what, Form = form, Errors = errors }, status);

    /// <summary>Does something from the bench itself; what is refused stands at its field, or above the checklist.</summary>
    public Task<IResult> Do<T>(Guid id, string? seal, Func<Task<T>> act, CancellationToken cancel) =>
        Do(id, act, null, refused => Show(id, FormErrors.Of(refused, refusals), seal, refused.Status, cancel));

    /// <summary>Does what was asked for on a page of its own; what is refused stands there.</summary>
    public Task<IResult> Report<T>(Guid id, Report what, ReportForm form, Func<Task<T>> act, string done, CancellationToken cancel) =>
        Do(id, act, done, refused => Ask(id, what, form, FormErrors.Of(refused, refusals), refused.Status, cancel));

    private async Task<IResult> Do<T>(Guid id, Func<Task<T>> act, string? done, Func<RefusedException, Task<IResult>> refusedPage)
    {
        try
        {
            await act();
            return Page.Redirect($"/refurb/devices/{id}", done);
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            db.ChangeTracker.Clear();
            return await refusedPage(e);
        }
    }
}
