using WaaS.Logistics.Platform.Security;

namespace WaaS.Logistics.Resale.Pages;

internal static class Who
{
    public static readonly string[] Sees = [Roles.Resale, Roles.Supervisor, Roles.Office, Roles.Auditor, Roles.Admin];
    public static readonly string[] Acts = [Roles.Resale, Roles.Supervisor];
}
