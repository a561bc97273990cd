using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.ReportBays;

namespace WaaS.Logistics.IntegrationTests.InDevice;

/// <summary>A running product with fleet keys and machines that came back.</summary>
internal sealed class Fleet(RunningProduct product)
{
    private readonly Shopfloor _floor = new(product);

    public async Task<(Guid Id, string Pem)> Key(WebVisitor supervisor, int machines = 5)
    {
        var made = await Shopfloor.Json(await supervisor.PostJson("/wipe/api/fleet-keys", new { name = "sticks", endsOn = $"{TimeProvider.System.GetUtcNow().AddDays(30):yyyy-MM-dd}", machines }));
        return (made.GetProperty("id").GetGuid(), made.GetProperty("privateKeyPem").GetString()!);
    }

    public Task<JsonElement> Received(WebVisitor who, string serial, string? carrier, string need = "normal") =>
        _floor.Received(Sanitization.Documents.Arrival(serial, 1, new CarrierSlot("A", carrier)) with { ProtectionNeed = need }, who);

    public Task<JsonElement> ReceivedWith(WebVisitor who, string serial, params IReadOnlyList<string> carriers) =>
        _floor.Received(Sanitization.Documents.Arrival(serial, carriers.Count, [.. carriers.Select((carrier, at) => new CarrierSlot($"S{at + 1}", carrier))]), who);

    public Task<JsonElement> Order(WebVisitor who, string serial) => _floor.Order(who, serial);

    public async Task<T> Read<T>(Func<SanitizationDb, Task<T>> read)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SanitizationDb>());
    }

    /// <summary>As if the last sign of life of the job's station were longer ago than a station may be silent.</summary>
    public Task FallSilent(Guid job) => Read(async db =>
    {
        var progress = await db.Progress.SingleAsync(row => row.JobId == job);
        progress.HeardAt -= Silence.After;
        return await db.SaveChangesAsync();
    });

    /// <summary>As if that much time had passed.</summary>
    public Task Age<T>(Guid id, string ends) where T : class => Read(async db =>
    {
        var row = await db.Set<T>().FindAsync(id);
        db.Entry(row!).Property(ends).CurrentValue = db.Now.AddSeconds(-1);
        return await db.SaveChangesAsync();
    });
}
