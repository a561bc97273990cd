using WaaS.Logistics.Custody.Data;
using WaaS.Logistics.Platform.Security;

namespace WaaS.Logistics.Custody.Today;

/// <summary>Who can end each kind of waiting.</summary>
internal static class MatterKinds
{
    private static readonly string[] SeeTheBench = [Roles.WipeOperator, Roles.Verifier, Roles.Releaser, Roles.Supervisor, Roles.Auditor, Roles.Office, Roles.Admin];

    /// <summary>Where the waiting is ended, for people who may go there; the device's life for everybody else.</summary>
    public static string PageOf(MatterKind kind, Guid device, IReadOnlySet<string> roles) =>
        (kind is MatterKind.AwaitingSanitization or MatterKind.Reopened or MatterKind.WipeFailed) && SeeTheBench.Any(roles.Contains) ? $"/wipe/devices/{device}" : $"/custody/devices/{device}";

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
