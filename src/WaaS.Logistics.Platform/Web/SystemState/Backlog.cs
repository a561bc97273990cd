using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Web.SystemState;

/// <summary>What a service has said and the bus has not taken yet.</summary>
public sealed record Backlog(string Service, int Waiting, DateTime? Since)
{
    internal static async Task<IReadOnlyList<Backlog>> Of(IEnumerable<DatabaseRegistration> databases, IServiceProvider provider, CancellationToken cancel)
    {
        var backlogs = new List<Backlog>();
        foreach (var database in databases)
        {
            var db = (ServiceDb)provider.GetRequiredService(database.Context);
            var now = db.Now;
            var due = db.Outbox.AsNoTracking().Where(row => row.SentAt == null && (row.NotBefore == null || row.NotBefore <= now));
            var count = await due.CountAsync(cancel);
            backlogs.Add(new Backlog(database.Service, count, count == 0 ? null : await due.MinAsync(row => (DateTime?)row.RecordedAt, cancel)));
        }
        return backlogs;
    }
}
