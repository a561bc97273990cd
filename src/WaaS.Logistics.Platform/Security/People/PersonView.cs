using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.People;

/// <summary>A person as the admin sees them; never a hash.</summary>
public sealed record PersonView(Guid Id, string Name, string DisplayName, bool IsLocked, bool HasPassword, bool HasBadge, IReadOnlyList<string> Roles)
{
    internal static async Task<IReadOnlyList<PersonView>> All(PlatformDb db) => await Load(db, db.People);

    internal static async Task<PersonView> One(PlatformDb db, Guid id) =>
        (await Load(db, db.People.Where(person => person.Id == id))).SingleOrDefault() ?? throw RefusedException.NotFound("person", id.ToString());

    private static async Task<IReadOnlyList<PersonView>> Load(PlatformDb db, IQueryable<AppUser> people)
    {
        var rows = await people.AsNoTracking().OrderBy(person => person.DisplayName)
            .Select(person => new { person.Id, person.UserName, person.DisplayName, person.IsLocked, HasPassword = person.PasswordHash != null, HasBadge = person.BadgeHash != null })
            .ToListAsync();
        var ids = rows.Select(row => row.Id).ToList();
        var grants = await db.Set<IdentityUserRole<Guid>>().AsNoTracking().Where(grant => ids.Contains(grant.UserId)).ToListAsync();
        var names = Security.Roles.All.ToDictionary(AppRole.IdOf);
        return
        [
            .. rows.Select(row => new PersonView(row.Id, row.UserName!, row.DisplayName, row.IsLocked, row.HasPassword, row.HasBadge,
                [.. grants.Where(grant => grant.UserId == row.Id && names.ContainsKey(grant.RoleId)).Select(grant => names[grant.RoleId]).Order(StringComparer.Ordinal)])),
        ];
    }
}
