using System.Reflection;
using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Station;

internal static class Tool
{
    /// <summary>As the server's tool register names it: without the build's revision.</summary>
    public static ToolIdentity Identity { get; } = new()
    {
        Name = "waas-station",
        Version = typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
    };
}
