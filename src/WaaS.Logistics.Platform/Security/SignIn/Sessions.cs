using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security.People;

namespace WaaS.Logistics.Platform.Security.SignIn;

/// <summary>
/// Each sign-in is a session of its own, named in its cookie. Signing out ends that one, in every process and for every copy of the cookie,
/// and leaves the same person signed in elsewhere. Only what was ended is kept, until its cookie would have run out by itself.
/// </summary>
internal sealed class Sessions(PlatformDb db)
{
    // A cookie renewed by a request that was under way when its session ended is good for a whole shift by its own date.
    private static readonly TimeSpan Kept = 2 * SecuritySetup.ShiftLength;
    private const int ForgottenAtOnce = 100, RacesStood = 8;

    public static string New() => Guid.CreateVersion7().ToString();

    /// <summary>A cookie that names no session is none of ours, or older than sessions.</summary>
    public async Task<bool> IsOpen(ClaimsPrincipal? principal) =>
        Named(principal) is { } session && !await db.EndedSessions.AnyAsync(ended => ended.Id == session);

    public async Task End(ClaimsPrincipal principal)
    {
        if (Named(principal) is not { } session)
            return;
        for (var race = 0; !await db.EndedSessions.AnyAsync(ended => ended.Id == session); race++)
        {
            await Forget();
            db.EndedSessions.Add(new EndedSession(session, db.Now));
            if (Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var person))
                db.Audit.Add(PersonAudit.SignedOut(db, person));
            try
            {
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateException) when (race < RacesStood)
            {
                // Ended twice at once, or somebody else forgot the same ones: look again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task Forget()
    {
        var before = db.Now - Kept;
        db.EndedSessions.RemoveRange(await db.EndedSessions.Where(ended => ended.EndedAt < before).OrderBy(ended => ended.EndedAt).Take(ForgottenAtOnce).ToListAsync());
    }

    private static Guid? Named(ClaimsPrincipal? principal) => Guid.TryParse(principal?.FindFirstValue(PersonClaims.Session), out var session) ? session : null;
}
