using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.People;

/// <summary>Name, roles and lock of a person. There is always an admin left who can sign in.</summary>
internal sealed class ChangePerson(PlatformDb db, PersonRules rules)
{
    public async Task Describe(Guid id, string? displayName, IReadOnlyList<string> roles)
    {
        var person = await Load(db, id);
        var name = rules.DisplayName(displayName);
        var wanted = rules.Roles(roles);
        if (person.DisplayName != name)
            (person.DisplayName, person.ConcurrencyStamp) = (name, Guid.NewGuid().ToString());
        var grants = await db.Set<IdentityUserRole<Guid>>().Where(grant => grant.UserId == id).ToListAsync();
        var ids = wanted.Select(AppRole.IdOf).ToHashSet();
        if (!ids.SetEquals(grants.Select(grant => grant.RoleId)))
        {
            if (!wanted.Contains(Roles.Admin))
                await RequireAnotherAdmin(id);
            db.RemoveRange(grants.Where(grant => !ids.Contains(grant.RoleId)));
            db.AddRange(ids.Except(grants.Select(grant => grant.RoleId)).Select(role => new IdentityUserRole<Guid> { UserId = id, RoleId = role }));
            db.Audit.Add(PersonAudit.Roles(db, id, wanted));
            person.EndSessions();
        }
        await db.SaveChangesAsync();
    }

    public async Task Lock(Guid id)
    {
        if (db.Origin.Actor == id.ToString())
            throw new RefusedException("not-oneself", "Nobody locks themselves out. Ask another admin.");
        await RequireAnotherAdmin(id);
        (await Load(db, id)).Lock();
        await db.SaveChangesAsync();
    }

    public async Task Unlock(Guid id)
    {
        (await Load(db, id)).Unlock();
        await db.SaveChangesAsync();
    }

    internal static async Task<AppUser> Load(PlatformDb db, Guid id) =>
        await db.People.SingleOrDefaultAsync(person => person.Id == id) ?? throw RefusedException.NotFound("person", id.ToString());

    private async Task RequireAnotherAdmin(Guid except)
    {
        var admin = AppRole.IdOf(Roles.Admin);
        var others = from grant in db.Set<IdentityUserRole<Guid>>()
                     join person in db.People on grant.UserId equals person.Id
                     where grant.RoleId == admin && person.Id != except && !person.IsLocked && person.PasswordHash != null
                     select person.Id;
        if (!await others.AnyAsync())
            throw new RefusedException("last-admin", "This is the only admin who can sign in. Make somebody else admin first.");
    }
}
