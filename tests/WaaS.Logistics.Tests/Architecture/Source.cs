using System.Runtime.CompilerServices;

namespace WaaS.Logistics.Tests.Architecture;

/// <summary>The source tree this assembly was built from.</summary>
internal static class Source
{
    public static string Root { get; } = Find();

    public static IEnumerable<string> Code(string project) => Directory
        .EnumerateFiles(Path.Combine(Root, "src", "WaaS.Logistics." + project), "*.*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Where(file => !file.Contains("/obj/") && !file.Contains("/bin/"));

    /// <summary>Compares with the approved text; on a difference the received text lies beside it, ready to be looked at and moved.</summary>
    public static void Approve(string name, string received)
    {
        var approved = Path.Combine(Root, "tests/WaaS.Logistics.Tests/Approved", name);
        if (File.Exists(approved) && File.ReadAllText(approved) == received)
            return;
        File.WriteAllText(approved + ".received", received);
        Assert.Fail($"'{name}' is not what was approved. Compare Approved/{name} with Approved/{name}.received; if the change is meant, move it over and say so in CHANGELOG.md.");
    }

    private static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
