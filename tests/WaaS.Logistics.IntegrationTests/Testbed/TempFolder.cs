namespace WaaS.Logistics.Testbed;

/// <summary>A folder of one test or class that deletes itself; a killed run's is removed with its servers.</summary>
public sealed class TempFolder : IDisposable
{
    public TempFolder()
    {
        var parent = Environment.GetEnvironmentVariable("WAAS_TESTBED") is { Length: > 0 } testbed ? testbed : System.IO.Path.GetTempPath();
        Path = Directory.CreateDirectory(System.IO.Path.Combine(parent, "waas-" + System.IO.Path.GetRandomFileName())).FullName;
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
