using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Security;

namespace WaaS.Logistics.IntegrationTests.Platform.Web;

public abstract partial class When_the_queues_are_looked_at(RunningProduct product, bool telltale)
{
    private const string Queue = "resale-admit-on-device-graded";

    [Fact]
    public async Task Each_stands_there_with_what_its_bus_tells_and_no_guess()
    {
        using var admin = await product.SignedInAdmin();
        var rows = Rows(await admin.Page("/admin/queues"));
        foreach (var queue in product.Services.GetRequiredService<Topology>().Queues)
        {
            var cells = rows[queue];
            Assert.Matches("^[0-9]+$", cells[0]);
            // What RabbitMQ does not tell by its own protocol is unknown, not zero.
            Assert.All(cells[1..3], cell => Assert.Matches(telltale ? "^[0-9]+$" : "^unknown$", cell));
            Assert.Matches("^[0-9]+$", cells[3]);
            Assert.NotEqual(telltale ? "unknown" : "-", cells[4]);
        }
    }

    [Fact]
    public async Task Failed_messages_are_counted_at_their_queue_and_lead_to_their_page()
    {
        using var admin = await product.SignedInAdmin();
        var before = int.Parse(Rows(await admin.Page("/admin/queues"))[Queue][3]);
        await using (var scope = product.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            var failed = new FailedMessage(Guid.CreateVersion7(), Queue);
            failed.Fail("DeviceGraded", "{}", "SN-1", "InvalidOperationException", "the table was on fire", db.Now);
            db.FailedMessages.Add(failed);
            await db.SaveChangesAsync();
        }
        var page = await admin.Page("/admin/queues");
        Assert.Equal(before + 1, int.Parse(Rows(page)[Queue][3]));
        Assert.Contains("href=\"/admin/messages\"", page);
    }

    [Fact]
    public async Task An_event_this_program_does_not_know_stands_there_with_its_device_and_service_in_either_language()
    {
        var serial = $"SN-{Guid.NewGuid():N}"[..12];
        await using (var scope = product.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            db.Outbox.Add(new OutboxMessage { Id = Guid.CreateVersion7(), Type = "WaaS.Logistics.Messages.Returns.DeviceVanished", Body = $"{{\"deviceSerial\":\"{serial}\"}}", Actor = "test", ActorName = "test", RecordedAt = db.Now.AddHours(-2) });
            await db.SaveChangesAsync();
        }
        using var admin = await product.SignedInAdmin();
        foreach (var (language, reason) in new[] { ("en", "This version of the program does not know this event."), ("de", "Diese Version des Programms kennt das Ereignis nicht.") })
        {
            admin.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
            admin.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            var row = Row().Matches(await admin.Page("/admin/queues")).Select(found => found.Value).Single(found => found.Contains(serial, StringComparison.Ordinal));
            Assert.Contains("DeviceVanished", row);
            Assert.Contains(reason, row);
            Assert.Contains("platform", row);
            Assert.Contains("2 h", row);
        }
        Assert.Contains("/admin/queues", await admin.Page("/admin/system"));
        using var ready = await admin.Get("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Fact]
    public async Task A_supervisor_may_look_and_an_auditor_not_in_either_language()
    {
        using var supervisor = await product.SignedIn($"sven-{Guid.NewGuid():N}"[..12], Roles.Supervisor);
        supervisor.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        supervisor.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        Assert.Contains("Warteschlangen", await supervisor.Page("/admin/queues"));
        Assert.Contains("/admin/queues", await supervisor.Page("/admin"));
        using var auditor = await product.SignedIn($"auri-{Guid.NewGuid():N}"[..12], Roles.Auditor);
        using var refused = await auditor.Get("/admin/queues");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static Dictionary<string, string[]> Rows(string page) => Row().Matches(page).Select(row => Cell().Matches(row.Value).Select(cell => Markup().Replace(cell.Groups[1].Value, "").Trim()).ToArray())
        .Where(cells => cells.Length == 6).ToDictionary(cells => cells[0], cells => cells[1..]);

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<td[^>]*>(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Markup();
}

public sealed class When_the_queues_are_looked_at_on_sqlite(ProductOnSqlite product) : When_the_queues_are_looked_at(product, telltale: true), IClassFixture<ProductOnSqlite>;

public sealed class When_the_queues_are_looked_at_on_postgres(ProductOnPostgres product) : When_the_queues_are_looked_at(product, telltale: false), IClassFixture<ProductOnPostgres>;
