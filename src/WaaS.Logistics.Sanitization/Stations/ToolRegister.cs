using System.Reflection;
using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Sanitization.Stations;

/// <summary>Programs whose evidence may be accepted, by name and exact version (rule R21).</summary>
internal static class ToolRegister
{
    public static IReadOnlyList<ToolApproval> Approved { get; } =
    [
        new() { Name = "waas-station", Version = typeof(ToolRegister).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0], ApprovedUntil = null, JournalledResume = true },
    ];
}
