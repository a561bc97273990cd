namespace WaaS.Logistics.Testbed;

internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>"Debug" or "Release": the product is started as the tests were built.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string TestResults { get; } = Environment.GetEnvironmentVariable("WAAS_TEST_RESULTS") is { Length: > 0 } set ? set : Path.Combine(Root, "TestResults");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "WaaS.Logistics.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No WaaS.Logistics.sln above {AppContext.BaseDirectory}: the tests run from their build folder.");
    }
}
