using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Web.AuditTrail;

/// <summary>Who changed what, when and where, of the services that run in this process.</summary>
internal static class AuditPages
{
    private const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/admin/audit", List).For(Roles.Admin, Roles.Auditor);

    private static async Task<IResult> List(string? service, string? q, long? before, IEnumerable<DatabaseRegistration> databases, AuditWords words, IServiceProvider provider)
    {
        var chosen = databases.FirstOrDefault(database => database.Service == service) ?? databases.First();
        var db = (ServiceDb)provider.GetRequiredService(chosen.Context);
        var rows = await Filter(db.Audit.AsNoTracking(), q?.Trim(), words.Called(chosen, db, q?.Trim() ?? ""), before).OrderByDescending(entry => entry.Sequence).Take(PageSize + 1).ToListAsync();
        return Page.Show<AuditPage>(new
        {
            Databases = databases.ToList(),
            Chosen = chosen,
            Query = q,
            Entries = rows.Take(PageSize).ToList(),
            Older = rows.Count > PageSize ? rows[PageSize - 1].Sequence : (long?)null,
        });
    }

    private static IQueryable<AuditEntry> Filter(IQueryable<AuditEntry> entries, string? q, IReadOnlyList<string> subjects, long? before)
    {
        if (before is { } limit)
            entries = entries.Where(entry => entry.Sequence < limit);
        if (string.IsNullOrEmpty(q))
            return entries;
        return Guid.TryParse(q, out var id)
            ? entries.Where(entry => entry.SubjectId == id || entry.Actor == q)
            : entries.Where(entry => entry.ActorName == q || subjects.Contains(entry.Subject) || entry.Station == q || entry.Place == q);
    }
}
