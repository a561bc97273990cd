using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.SignIn;

/// <summary>
/// Signs a person in by name and password, or by badge and PIN. Whether name or badge exists, whether it is locked and whether the secret was
/// right cannot be told apart from outside, neither by words nor by the work done.
/// </summary>
internal sealed class SignInPerson(
    PlatformDb db, UserManager<AppUser> users, SignInManager<AppUser> signIn, SignInGuard guard, Sessions sessions, IPasswordHasher<AppUser> hasher, IHttpContextAccessor http, Visit visit, ILogger<SignInPerson> log)
{
    // Compared where there is nobody, so that it takes as long as where there is somebody.
    private static readonly AppUser Nobody = new("nobody", "nobody");
    private static readonly string NobodysHash = new PasswordHasher<AppUser>().HashPassword(Nobody, Secrets.NewToken());

    public async Task<AppUser> ByPassword(string name, string password)
    {
        var normalized = users.NormalizeName(name.Trim());
        (string, SignInLimit)[] counted =
        [
            ("name:" + Secrets.Hash(normalized), SignInLimit.Person),
            ("password-from:" + From(), SignInLimit.PasswordAddress),
        ];
        await guard.Begin(counted);
        var person = await db.People.SingleOrDefaultAsync(row => row.NormalizedUserName == normalized);
        return await Finish(person, person?.PasswordHash, password, counted, PersonClaims.ByPassword);
    }

    public async Task<AppUser> ByBadge(string badge, string pin)
    {
        var badgeHash = BadgeCode.Hash(badge);
        (string, SignInLimit)[] counted =
        [
            ("badge:" + badgeHash, SignInLimit.Person),
            ("badge-from:" + From(), SignInLimit.BadgeAddress),
        ];
        await guard.Begin(counted);
        var person = await db.People.SingleOrDefaultAsync(row => row.BadgeHash == badgeHash);
        return await Finish(person, person?.PinHash, pin, counted, PersonClaims.ByBadge);
    }

    private async Task<AppUser> Finish(AppUser? person, string? hash, string secret, (string, SignInLimit)[] counted, string way)
    {
        var right = hasher.VerifyHashedPassword(person ?? Nobody, hash ?? NobodysHash, secret) != PasswordVerificationResult.Failed;
        if (person is null || hash is null || !right || person.IsLocked)
        {
            log.LogWarning("Sign-in by {Way} refused, from {From}", way, From());
            throw way == PersonClaims.ByBadge
                ? new RefusedException("badge-or-pin-wrong", "Badge or PIN is wrong, or the person is locked. After 5 wrong tries it is locked for 15 minutes.", StatusCodes.Status401Unauthorized)
                : new RefusedException("name-or-password-wrong", "Name or password is wrong, or the person is locked. After 5 wrong tries it is locked for 15 minutes.", StatusCodes.Status401Unauthorized);
        }
        await guard.Succeeded(counted);
        // Who takes over a scanner ends what was open at it.
        await sessions.End(visit.User);
        await SignIn(person, way);
        log.LogInformation("{Person} signed in by {Way} at {Station}", person.UserName, way, visit.Station?.Name ?? "no station");
        return person;
    }

    public async Task SignIn(AppUser person, string way)
    {
        var principal = await signIn.CreateUserPrincipalAsync(person);
        PersonClaims.Narrow(principal, way, Sessions.New());
        var context = http.HttpContext!;
        await context.SignInAsync(IdentityConstants.ApplicationScheme, principal, new AuthenticationProperties { IsPersistent = false });
        if (person.Language is { } language)
            Languages.Remember(context, language);
    }

    // Many scanners may share one address; an enrolled one is known by its station.
    private string From() => visit.Station is { } station ? "station " + station.Id : http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
