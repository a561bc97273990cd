using WaaS.Logistics.Tests.Architecture;

namespace WaaS.Logistics.Tests.Scanning;

/// <summary>Public test data that lie beside the repository on some machines. Where they are absent the test says so and does not run; our own samples cover the same ground.</summary>
internal static class SharedData
{
    public static string File(string path)
    {
        var found = Beside(Source.Root).Select(folder => Path.Combine(folder, "shared/data", path)).FirstOrDefault(System.IO.File.Exists);
        Assert.SkipWhen(found is null, $"Not run: ../shared/data/{path} is not beside the repository.");
        return found!;
    }

    public static IEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(Path.GetDirectoryName(File(folder + "/SOURCE.txt"))!, pattern, SearchOption.AllDirectories);

    private static IEnumerable<string> Beside(string root)
    {
        for (var folder = Directory.GetParent(root); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}
