using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.People;

/// <summary>Badges, PINs and passwords, by an admin, by a link, or by the person.</summary>
internal sealed class ChangeSecrets(PlatformDb db, UserManager<AppUser> users, PersonRules rules, IPasswordHasher<AppUser> hasher)
{
    /// <returns>The badge's code, to be printed or shown once; only its hash is kept.</returns>
    public async Task<string> GiveBadge(Guid id, string? badge, string? pin)
    {
        var person = await ChangePerson.Load(db, id);
        var code = string.IsNullOrWhiteSpace(badge) ? BadgeCode.New() : rules.Badge(badge);
        person.GiveBadge(BadgeCode.Hash(code), rules.Pin(person, pin));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (Violations.IsUnique(e, IdentityModel.BadgeIndex, "platform_people.badge_hash"))
        {
            throw new RefusedException("badge-taken", "This badge belongs to somebody already. Take it from them first.", StatusCodes.Status409Conflict, "badge");
        }
        return code;
    }

    public async Task TakeBadge(Guid id)
    {
        (await ChangePerson.Load(db, id)).TakeBadge();
        await db.SaveChangesAsync();
    }

    /// <summary>Whoever needs a new password has lost the old one, or somebody else has it: what was open under it ends, and so does a link made before.</summary>
    /// <returns>Path and query of a link, valid for one day and one use, to set a password.</returns>
    public async Task<string> ResetLink(Guid id)
    {
        var person = await ChangePerson.Load(db, id);
        person.EndSessions();
        await db.SaveChangesAsync();
        var token = await users.GeneratePasswordResetTokenAsync(person);
        return $"/reset?person={id}&token={Uri.EscapeDataString(token)}";
    }

    public async Task<bool> IsValid(Guid id, string? token) =>
        await db.People.SingleOrDefaultAsync(person => person.Id == id) is { IsLocked: false } person && await IsValid(person, token);

    public async Task SetPassword(Guid id, string? token, string? password)
    {
        var person = await db.People.SingleOrDefaultAsync(row => row.Id == id);
        if (person is null || person.IsLocked || !await IsValid(person, token))
            throw new RefusedException("reset-link-invalid", "This link is not valid (any more). Ask an admin for a new one.", StatusCodes.Status403Forbidden);
        // It is the person who acts, though not signed in.
        db.OriginContext.Current = db.Origin with { Actor = person.Id.ToString(), ActorName = person.DisplayName };
        person.PasswordHash = await rules.Password(person, password ?? "");
        person.EndSessions();
        await db.SaveChangesAsync();
    }

    public async Task<AppUser> ChangePassword(Guid id, string? current, string? password)
    {
        var person = await ChangePerson.Load(db, id);
        if (person.PasswordHash is null || hasher.VerifyHashedPassword(person, person.PasswordHash, current ?? "") == PasswordVerificationResult.Failed)
            throw RefusedException.Invalid("current", "The current password is wrong.");
        person.PasswordHash = await rules.Password(person, password ?? "");
        person.EndSessions();
        await db.SaveChangesAsync();
        return person;
    }

    private Task<bool> IsValid(AppUser person, string? token) =>
        users.VerifyUserTokenAsync(person, users.Options.Tokens.PasswordResetTokenProvider, UserManager<AppUser>.ResetPasswordTokenPurpose, token ?? "");
}
