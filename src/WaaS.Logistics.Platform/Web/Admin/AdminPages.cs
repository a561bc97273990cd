using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web.SystemState;

namespace WaaS.Logistics.Platform.Web.Admin;

internal static class AdminPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/admin", () => Page.Show<AdminPage>()).For(Roles.Admin, Roles.Supervisor, Roles.Auditor);
        routes.MapGet("/admin/system", async (SystemReporter reporter, CancellationToken cancel) => Page.Show<SystemPage>(new { Report = await reporter.Report(cancel) })).For(Roles.Admin);
        routes.MapGet("/admin/queues", async (QueueReporter reporter, UnreadableEventReporter unreadable, CancellationToken cancel) => Page.Show<QueuesPage>(new { Report = await reporter.Report(cancel), Unreadable = await unreadable.Report(cancel) })).For(Roles.Admin, Roles.Supervisor);
        // A service that owns "/" goes first; a process without it leads to the first place the person may go.
        routes.MapGet("/", (Navigation navigation, Visit visit) => Page.Redirect(navigation.Entries.FirstOrDefault(entry => visit.HasAny(entry.Roles))?.Path ?? "/account"))
            .For([.. Roles.All]).WithOrder(int.MaxValue);
    }
}
