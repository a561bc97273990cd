using WaaS.Logistics.Custody.Data;
using WaaS.Logistics.Platform.Security;

namespace WaaS.Logistics.Custody.Today;

/// <summary>Who can end each kind of waiting.</summary>
internal static class MatterKinds
{
    public static string RoleFor(MatterKind kind) => kind switch
    {
        MatterKind.AwaitingSanitization or MatterKind.Reopened => Roles.WipeOperator,
        MatterKind.WipeFailed => Roles.Verifier,
        MatterKind.Quarantined or MatterKind.SaleInDoubt => Roles.Supervisor,
        MatterKind.Discrepancy => Roles.Office,
        MatterKind.AwaitingInspection => Roles.Refurbishment,
        MatterKind.AwaitingPutAway or MatterKind.AwaitingPick or MatterKind.AwaitingSale => Roles.Resale,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of waiting without anybody to end it."),
    };
}
