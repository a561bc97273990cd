using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.People;

/// <summary>Adds a person with roles, all in one save.</summary>
internal sealed class NewPerson(PlatformDb db, UserManager<AppUser> users, PersonRules rules)
{
    public async Task<AppUser> Handle(string? name, string? displayName, string? password, IReadOnlyList<string> roles)
    {
        var person = await Add(name, displayName, password, roles, db.Origin);
        await Save();
        return person;
    }

    /// <param name="password">Null for a person who will set one by a link, or signs in by badge only.</param>
    /// <param name="actor">Null at the first run, when nobody is there yet: the new admin is the actor.</param>
    public async Task<AppUser> Add(string? name, string? displayName, string? password, IReadOnlyList<string> roles, Origin? actor)
    {
        var person = new AppUser(rules.Name(name), rules.DisplayName(displayName));
        person.NormalizedUserName = users.NormalizeName(person.UserName);
        if (password is not null)
            person.PasswordHash = await rules.Password(person, password);
        if (actor is null)
            db.OriginContext.Current = new Origin(person.Id.ToString(), person.DisplayName);
        db.People.Add(person);
        foreach (var role in rules.Roles(roles))
            db.Add(new IdentityUserRole<Guid> { UserId = person.Id, RoleId = AppRole.IdOf(role) });
        db.Audit.Add(PersonAudit.Roles(db, person.Id, roles));
        return person;
    }

    public async Task Save()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (Violations.IsUnique(e, IdentityModel.NameIndex, "platform_people.normalized_user_name"))
        {
            throw RefusedException.Invalid("name", "There is a person with this sign-in name already. Choose another one.");
        }
    }
}
