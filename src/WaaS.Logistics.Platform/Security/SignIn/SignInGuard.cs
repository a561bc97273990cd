using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.SignIn;

/// <summary>Counts tries to sign in, and refuses after too many wrong ones. Contexts of its own: the counting must stand whatever the sign-in does.</summary>
internal sealed class SignInGuard(IServiceScopeFactory scopes)
{
    private const int RacesStood = 8;

    /// <exception cref="RefusedException">Locked for now.</exception>
    public async Task Begin(IReadOnlyList<(string Key, SignInLimit Limit)> counted)
    {
        for (var race = 0; ; race++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            var rows = new List<SignInAttempt>();
            foreach (var (key, _) in counted)
                rows.Add(await db.SignInAttempts.FindAsync(key) ?? db.SignInAttempts.Add(new SignInAttempt(key)).Entity);
            if (rows.Where(row => row.IsLockedAt(db.Now)).Max(row => row.LockedUntil) is { } until)
                throw new RefusedException("too-many-tries", $"Too many wrong tries. Wait until {Display.Clock(until)}, or ask an admin.", 429, null, Display.Clock(until));
            foreach (var (row, (_, limit)) in rows.Zip(counted))
                row.Begin(db.Now, limit);
            try
            {
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateException) when (race < RacesStood)
            {
                // Somebody tried at the same moment; every try counts, so count again.
            }
        }
    }

    public async Task Succeeded(IReadOnlyList<(string Key, SignInLimit Limit)> counted)
    {
        for (var race = 0; ; race++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            foreach (var (key, limit) in counted)
                (await db.SignInAttempts.FindAsync(key))?.TakeBack(limit);
            try
            {
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateException) when (race < RacesStood)
            {
            }
        }
    }
}
