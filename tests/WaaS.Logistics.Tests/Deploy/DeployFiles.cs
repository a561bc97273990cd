namespace WaaS.Logistics.Tests.Deploy;

internal static class DeployFiles
{
    public static string Root { get; } = Find();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "docker-compose.yml")))
                return folder.FullName;
        throw new InvalidOperationException($"No docker-compose.yml above {AppContext.BaseDirectory}.");
    }
}
