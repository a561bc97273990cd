using System.Globalization;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>One carrier's journal: a file that is replaced as a whole and is on the medium when a call returns.</summary>
public sealed class WipeJournal(string path) : IWipeJournal
{
    /// <summary>Where it lies.</summary>
    public string Path { get; } = path;

    /// <inheritdoc/>
    public JournalEntry? Read()
    {
        return File.Exists(Path) ? JournalEntry.Parse(File.ReadAllBytes(Path)) : null;
    }

    /// <exception cref="IOException">It is not on the medium.</exception>
    public void Save(JournalEntry entry) =>
        DurableFile.Write(Path, entry.ToBytes());

    /// <inheritdoc/>
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
