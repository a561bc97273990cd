namespace WaaS.Logistics.Platform.Data;

/// <summary>SQLite's locks and fsync mean nothing on a network file system, so the data folder may not lie on one.</summary>
public static class LocalFileSystem
{
    private static readonly HashSet<string> Network = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "lustre"];

    public static void Require(string folder) => Require(folder, File.Exists("/proc/self/mountinfo") ? File.ReadAllLines("/proc/self/mountinfo") : []);

    internal static void Require(string folder, IReadOnlyList<string> mountInfo)
    {
        var full = Path.GetFullPath(folder) + "/";
        var mount = mountInfo.Select(Parse).Where(m => full.StartsWith(m.Point.TrimEnd('/') + "/", StringComparison.Ordinal)).OrderBy(m => m.Point.Length).LastOrDefault();
        if (mount.Type is not null && Network.Contains(mount.Type))
            throw new DataFolderUnusableException(
                $"The data folder '{folder}' lies on a network file system ({mount.Type}), where a commit may be lost. Choose a local folder with --data, or use PostgreSQL.");
    }

    private static (string Point, string Type) Parse(string line)
    {
        var fields = line.Split(' ');
        var dash = Array.IndexOf(fields, "-");
        return (fields[4].Replace("\\040", " "), fields[dash + 1]);
    }
}
