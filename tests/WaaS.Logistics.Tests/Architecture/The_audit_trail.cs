using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Host;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Platform.Web.AuditTrail;

namespace WaaS.Logistics.Tests.Architecture;

/// <summary>It keeps the names of fields as the code has them, and says them in its reader's words: every one there is, in each language.</summary>
public sealed class The_audit_trail
{
    [Fact]
    public async Task Every_field_it_can_name_has_its_word_and_no_word_is_left_over()
    {
        await using var host = Build();
        var wrong = new List<string>();
        var found = 0;
        foreach (var database in host.App.Services.GetServices<DatabaseRegistration>())
        {
            await using var db = host.App.Services.GetRequiredService<Migrator>().Open(database);
            var service = database.Context.Assembly.GetName().Name!.Replace("WaaS.Logistics.", "");
            var fields = db.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IAudited))).SelectMany(type => type.GetProperties())
                .Where(field => !field.IsPrimaryKey() && field.Name != nameof(Root.Version)).Select(field => "Field_" + field.Name).Distinct().ToList();
            found += fields.Count;
            var words = The_texts.Words(service, "").Keys.Where(key => key.StartsWith("Field_", StringComparison.Ordinal)).ToList();
            wrong.AddRange(fields.Except(words).Select(key => $"{service}: {key} has no word"));
            wrong.AddRange(words.Except(fields).Select(key => $"{service}: {key} is no field"));
        }
        Assert.True(found > 200, $"only {found} fields: the search finds too few");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task It_says_them_and_shows_what_it_does_not_know_as_it_is()
    {
        await using var host = Build();
        var words = host.App.Services.GetRequiredService<AuditWords>();
        var platform = host.App.Services.GetServices<DatabaseRegistration>().Single(database => database.Service == "platform");
        using (new InLanguage("de"))
        {
            Assert.Equal("angezeigter Name, gesperrt, OfLongAgo", words.Fields(platform, Entry("Modified", "DisplayName,IsLocked,OfLongAgo")));
            Assert.Equal("Büro, captain", words.Fields(platform, Entry("Roles", "office,captain")));
        }
        using (new InLanguage("en"))
            Assert.Equal("name shown, locked", words.Fields(platform, Entry("Modified", "DisplayName,IsLocked")));
        Assert.Equal("", words.Fields(platform, Entry("Added", "")));
    }

    private static AuditEntry Entry(string change, string fields) =>
        new() { Subject = "AppUser", SubjectId = Guid.NewGuid(), Change = change, Fields = fields, Actor = "1", ActorName = "Anna", RecordedAt = DateTime.UnixEpoch };

    private static ProductHost Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Waas:Data", Path.Combine(Path.GetTempPath(), "waas-never-made")), new("Serilog:MinimumLevel:Default", "Fatal")]);
        return ProductHost.Build(builder);
    }
}
