using WaaS.Logistics.Platform.Security;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>Which roles do what at the bench; the same as at the API.</summary>
internal static class Who
{
    public static readonly string[] Watches = [Roles.WipeOperator, Roles.Verifier, Roles.Releaser, Roles.Supervisor, Roles.Auditor, Roles.Office, Roles.Admin];
    public static readonly string[] Handles = [Roles.WipeOperator, Roles.Verifier, Roles.Supervisor];
    public static readonly string[] Verifies = [Roles.Verifier, Roles.Supervisor];
    public static readonly string[] Releases = [Roles.Releaser, Roles.Supervisor];
    public static readonly string[] Destroys = [Roles.WipeOperator, Roles.Supervisor];
    public static readonly string[] PlacesHolds = [Roles.Office, Roles.Supervisor, Roles.Releaser, Roles.Verifier];
    public static readonly string[] LiftsHolds = [Roles.Releaser, Roles.Supervisor];
    public static readonly string[] SeesStations = [Roles.WipeOperator, Roles.Verifier, Roles.Supervisor, Roles.Auditor, Roles.Admin];
    public static readonly string[] KeepsStations = [Roles.Admin, Roles.Supervisor];
}
