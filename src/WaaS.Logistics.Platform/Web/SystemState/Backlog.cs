using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Web.SystemState;

/// <summary>What a service has said and the bus has not taken yet.</summary>
/// <param name="Unreadable">Not among those waiting: this program cannot hand them over, and the page of queues tells which.</param>
public sealed record Backlog(string Service, int Waiting, DateTime? Since, int Unreadable)
{
    internal static async Task<IReadOnlyList<Backlog>> Of(IEnumerable<DatabaseRegistration> databases, IServiceProvider provider, CancellationToken cancel)
    {
        var (backlogs, unreadable) = (new List<Backlog>(), provider.GetRequiredService<UnreadableRows>());
        foreach (var database in databases)
        {
            var db = (ServiceDb)provider.GetRequiredService(database.Context);
            var now = db.Now;
            var due = unreadable.Others(db).Where(row => row.NotBefore == null || row.NotBefore <= now);
            var count = await due.CountAsync(cancel);
            backlogs.Add(new Backlog(database.Service, count, count == 0 ? null : await due.MinAsync(row => (DateTime?)row.RecordedAt, cancel), await unreadable.Among(db).CountAsync(cancel)));
        }
        return backlogs;
    }
}
