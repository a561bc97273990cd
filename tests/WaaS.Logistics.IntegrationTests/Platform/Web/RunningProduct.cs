using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Host;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security.FirstRun;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Platform.Web;

/// <summary>The whole product in this process, on one stack, with an admin who was created by the first-run link.</summary>
public abstract class RunningProduct(IStack stack) : IAsyncLifetime
{
    public const string Password = "a sentence is a good password";
    private readonly TempFolder _folder = new();
    private ProductHost? _host;

    public Uri Address => new(_host!.Address);

    public IServiceProvider Services => _host!.App.Services;

    public async ValueTask InitializeAsync()
    {
        if (stack is IAsyncLifetime servers)
            await servers.InitializeAsync();
        if (stack is EmbeddedStack)
            await EmptyTables.OnSqlite(_folder.Path);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = _folder.Path });
        foreach (var (key, value) in stack.Settings)
            builder.Configuration[key] = value;
        builder.Configuration["Waas:Data"] = _folder.Path;
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration["Serilog:MinimumLevel:Default"] = "Fatal";
        // The number stands in each hash: what is checked is the same, and people are many here.
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
        Change(builder);
        _host = await ProductHost.Start(builder);
        var link = await Services.GetRequiredService<FirstRunLink>().Create();
        using var browser = Browser();
        var answer = await browser.PostJson("/first-run/api", new { token = link!.Split("token=")[1], name = "admin", displayName = "Ada Admin", password = Password });
        answer.EnsureSuccessStatusCode();
        await Poll.Until(async () => (await browser.Http.GetAsync("/health/ready")).IsSuccessStatusCode, TimeSpan.FromSeconds(60), "the product is ready");
    }

    /// <summary>What is otherwise in this product, before it starts.</summary>
    protected virtual void Change(WebApplicationBuilder builder)
    {
    }

    public WebVisitor Browser(string language = "en") => new(Address, language);

    public async Task<WebVisitor> SignedInAdmin(string language = "en")
    {
        var browser = Browser(language);
        await browser.SignIn("admin", Password);
        return browser;
    }

    /// <summary>A new person, with a browser signed in by password.</summary>
    public async Task<WebVisitor> SignedIn(string name, params string[] roles)
    {
        await Person(name, roles);
        var browser = Browser();
        await browser.SignIn(name, Password);
        return browser;
    }

    public async Task<Guid> Person(string name, params string[] roles)
    {
        using var admin = await SignedInAdmin();
        return (await admin.Send<Created>(HttpMethod.Post, "/admin/api/people", new { name, displayName = "Person " + name, password = Password, roles })).Id;
    }

    public async Task Badge(Guid person, string badge, string pin)
    {
        using var admin = await SignedInAdmin();
        using var answer = await admin.SendJson(HttpMethod.Put, $"/admin/api/people/{person}/badge", new { badge, pin });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>As if enough time had passed.</summary>
    public async Task ForgetTries(string prefix = "")
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        db.SignInAttempts.RemoveRange(await db.SignInAttempts.Where(row => row.Key.StartsWith(prefix)).ToListAsync());
        await db.SaveChangesAsync();
    }

    public async Task<T> Read<T>(Func<PlatformDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PlatformDb>());
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.App.StopAsync();
            await _host.DisposeAsync();
        }
        if (stack is IAsyncLifetime servers)
            await servers.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private sealed record Created(Guid Id);
}

public sealed class ProductOnSqlite() : RunningProduct(new EmbeddedStack());

public sealed class ProductOnPostgres() : RunningProduct(new ServerStack { Database = EmptyTables.OnPostgres() });
