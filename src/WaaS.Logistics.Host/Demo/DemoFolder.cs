using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Host.Demo;

/// <summary>The fresh folder of one demo: the product's data, and below <c>demo</c> the images and the wipe station's own files.</summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly bool _isTemporary;

    private DemoFolder(string path, bool isTemporary) => (Path, _isTemporary) = (path, isTemporary);

    public string Path { get; }

    public bool IsKept => !_isTemporary;

    public string Images => System.IO.Path.Combine(Path, "demo", "images");

    public string Station => System.IO.Path.Combine(Path, "demo", "station");

    public string PeopleFile => System.IO.Path.Combine(Path, "demo", "people.txt");

    public string Certificates => System.IO.Path.Combine(Path, "certificates");

    /// <param name="named">By the person; null for a temporary one.</param>
    /// <exception cref="DemoFailedException">It is not empty, or no carrier image could be wiped in it.</exception>
    public static DemoFolder Take(string? named, bool keep)
    {
        var path = System.IO.Path.GetFullPath(named ?? System.IO.Path.Combine(Temporary(), "waas-demo-" + System.IO.Path.GetRandomFileName()));
        if (File.Exists(path) || Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new DemoFailedException($"The folder '{path}' is not empty. The demo starts from nothing: name an empty or a new folder with --data.");
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var folder = new DemoFolder(path, named is null && !keep);
        if (WritesElsewhere(path))
        {
            folder.Dispose();
            throw new DemoFailedException($"'{path}' lies on a file system that writes new content to new places ({FileSystems.NameOf(path)}): an image there cannot be proven to be overwritten. Name a folder on ext4, xfs or tmpfs with --data.");
        }
        Directory.CreateDirectory(folder.Images);
        return folder;
    }

    public void Dispose()
    {
        if (_isTemporary && Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }

    // In a container the folder for temporary files often lies on an overlay, the shared memory does not.
    private static string Temporary() => WritesElsewhere(System.IO.Path.GetTempPath()) && Directory.Exists("/dev/shm") ? "/dev/shm" : System.IO.Path.GetTempPath();

    private static bool WritesElsewhere(string path) => FileSystems.WritesElsewhere(FileSystems.NameOf(path));
}
