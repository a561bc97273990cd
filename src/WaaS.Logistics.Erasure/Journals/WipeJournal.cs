using System.Globalization;
using System.Text.Json;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>One carrier's journal: a file that is replaced as a whole and is on the medium when a call returns.</summary>
public sealed class WipeJournal(string path)
{
    /// <summary>Where it lies.</summary>
    public string Path { get; } = path;

    /// <summary>The last entry; null when there is none or it cannot be read, for what cannot be read proves nothing.</summary>
    public JournalEntry? Read()
    {
        if (!File.Exists(Path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path), ErasureJson.Default.JournalEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <exception cref="IOException">It is not on the medium.</exception>
    public void Save(JournalEntry entry) =>
        DurableFile.Write(Path, JsonSerializer.SerializeToUtf8Bytes(entry, ErasureJson.Default.JournalEntry));

    /// <summary>Keeps what is there under another name before a new wipe begins.</summary>
    public void SetAside(DateTimeOffset now)
    {
        if (!File.Exists(Path))
        {
            return;
        }

        string stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture);
        File.Move(Path, $"{Path}.{stamp}.old");
        DurableFile.SyncFolder(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
    }
}
