using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Security;

internal sealed class BadgeDirectory(PlatformDb db, ILookupNormalizer normalizer) : IBadgeDirectory
{
    public async Task<BadgeHolder?> FindByBadge(string badge, CancellationToken cancel)
    {
        var hash = BadgeCode.Hash(badge);
        var name = normalizer.NormalizeName(badge.Trim());
        return await db.People.AsNoTracking()
            .Where(person => !person.IsLocked && (person.BadgeHash == hash || person.NormalizedUserName == name))
            .Select(person => new BadgeHolder(person.Id.ToString(), person.DisplayName))
            .FirstOrDefaultAsync(cancel);
    }
}
