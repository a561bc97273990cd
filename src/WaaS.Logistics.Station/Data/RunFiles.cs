using System.Text;
using System.Text.Json;
using WaaS.Logistics.Proof;

namespace WaaS.Logistics.Station.Data;

/// <summary>One small file per carrier being wiped, replaced as a whole, so that nobody ever reads half of one.</summary>
internal sealed class RunFiles(string root)
{
    private string Folder => Path.Combine(root, "runs");

    public void Save(RunState run)
    {
        Directory.CreateDirectory(Folder);
        string path = Path.Combine(Folder, ContentHash.Of(Encoding.UTF8.GetBytes(run.Device)) + ".json");
        string fresh = $"{path}.{run.ProcessId}.tmp";
        // Not synced: after a power cut it would be old anyway, and the journal knows.
        File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(run, StationJsonFiles.Default.RunState));
        File.Move(fresh, path, overwrite: true);
    }

    public IReadOnlyList<RunState> Read() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(Read).OfType<RunState>()]
        : [];

    private static RunState? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), StationJsonFiles.Default.RunState);
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
