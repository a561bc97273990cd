using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Security.FirstRun;

/// <summary>While there is no admin, each start makes a new link that creates one.</summary>
public sealed class FirstRunLink(IServiceScopeFactory scopes, PlatformSettings settings)
{
    /// <returns>Path and query of the link, or null where there is an admin.</returns>
    public async Task<string?> Create(CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        if (await HasAdmin(db, cancel))
            return null;
        var process = string.Join(",", settings.Services);
        var row = await db.FirstRunTokens.SingleOrDefaultAsync(token => token.Process == process, cancel)
            ?? db.FirstRunTokens.Add(new FirstRunToken(process)).Entity;
        var secret = Secrets.NewToken();
        row.Replace(Secrets.Hash(secret), db.Now);
        await db.SaveChangesAsync(cancel);
        return "/first-run?token=" + secret;
    }

    internal static Task<bool> HasAdmin(PlatformDb db, CancellationToken cancel = default)
    {
        var admin = AppRole.IdOf(Roles.Admin);
        return db.Set<Microsoft.AspNetCore.Identity.IdentityUserRole<Guid>>().AnyAsync(grant => grant.RoleId == admin, cancel);
    }
}
