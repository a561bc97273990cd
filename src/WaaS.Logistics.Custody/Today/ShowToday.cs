using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Custody.Data;
using WaaS.Logistics.Custody.DeviceLife;
using WaaS.Logistics.Custody.Resources;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Custody.Today;

/// <summary>What waits in the house: the signed-in person's own work first, then everything else.</summary>
internal sealed class ShowToday(CustodyDb db, Texts texts)
{
    private const int Most = 200;

    public async Task<TodayView> Handle(IReadOnlySet<string> roles, CancellationToken cancel)
    {
        var open = await db.Matters.AsNoTracking().Where(matter => matter.IsOpen).OrderBy(matter => matter.OpenedAt).Take(Most).ToListAsync(cancel);
        var total = await db.Matters.CountAsync(matter => matter.IsOpen, cancel);
        var mine = open.Where(matter => roles.Contains(MatterKinds.RoleFor(matter.Kind)) || roles.Contains(Roles.Admin)).ToHashSet();
        return new TodayView([.. open.Where(mine.Contains).Select(matter => Show(matter, roles))], [.. open.Where(matter => !mine.Contains(matter)).Select(matter => Show(matter, roles))], total);
    }

    private BlockedThing Show(Matter matter, IReadOnlySet<string> roles) => new(
        matter.Name, matter.DeviceId is { } device ? MatterKinds.PageOf(matter.Kind, device, roles) : $"/custody?q={Uri.EscapeDataString(matter.Name)}",
        texts.Of(matter.Kind), texts["Missing_" + matter.Kind, matter.Kind == MatterKind.WipeFailed ? Saying.Faults(matter.Detail) : Saying.InWords(matter.Detail)], texts.Of(Enum.Parse<PersonRole>(MatterKinds.RoleFor(matter.Kind).Replace("-", ""), ignoreCase: true)), matter.OpenedAt!.Value);
}

public sealed record TodayView(IReadOnlyList<BlockedThing> Mine, IReadOnlyList<BlockedThing> Others, int Total);

/// <summary>The roles that end waiting, as words for people.</summary>
public enum PersonRole
{
    WipeOperator,
    Verifier,
    Supervisor,
    Office,
    Refurbishment,
    Resale,
}
