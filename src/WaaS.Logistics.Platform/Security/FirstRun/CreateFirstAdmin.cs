using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security.People;
using WaaS.Logistics.Platform.Security.SignIn;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.FirstRun;

/// <summary>Uses the one-time link up. Links and admin stand in one save, so of two people with a link only one becomes the first admin.</summary>
internal sealed class CreateFirstAdmin(PlatformDb db, NewPerson people, SignInPerson signIn)
{
    public async Task<bool> IsValid(string? token) => await Find(token) is not null;

    public async Task<AppUser> Handle(string? token, string? name, string? displayName, string? password)
    {
        // The very links that were looked at are used up: a second person's save then finds them gone.
        if (await Find(token) is null)
            throw Invalid();
        db.FirstRunTokens.RemoveRange(db.FirstRunTokens.Local.ToList());
        var person = await people.Add(name, displayName, password, [Roles.Admin], actor: null);
        try
        {
            await people.Save();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Invalid();
        }
        await signIn.SignIn(person, PersonClaims.ByPassword);
        return person;
    }

    private static RefusedException Invalid() =>
        new("first-run-link-invalid", "This link is not valid (any more). Restart the program to get a new one, or sign in if there is an admin already.", StatusCodes.Status403Forbidden);

    private async Task<FirstRunToken?> Find(string? token)
    {
        if (string.IsNullOrEmpty(token) || await FirstRunLink.HasAdmin(db))
            return null;
        return (await db.FirstRunTokens.ToListAsync()).FirstOrDefault(row => Secrets.Matches(token, row.Hash));
    }
}
