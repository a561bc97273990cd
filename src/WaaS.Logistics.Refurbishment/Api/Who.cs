using WaaS.Logistics.Platform.Security;

namespace WaaS.Logistics.Refurbishment.Api;

internal static class Who
{
    public static readonly string[] Works = [Roles.Refurbishment, Roles.Supervisor];

    public static readonly string[] Watches = [.. Works, Roles.Auditor, Roles.Office, Roles.Admin];
}
