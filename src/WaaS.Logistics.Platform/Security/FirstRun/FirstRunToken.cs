using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Security.FirstRun;

/// <summary>Opens the page that creates the first admin. Only its hash is kept; each start of a process replaces its own.</summary>
public sealed class FirstRunToken : Root
{
    private FirstRunToken() { }

    public FirstRunToken(string process) => Process = process;

    /// <summary>The services the printing process runs: with several processes each may print a link.</summary>
    public string Process { get; private set; } = "";
    public string Hash { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }

    public void Replace(string hash, DateTime now) => (Hash, CreatedAt) = (hash, now);
}
