namespace WaaS.Logistics.Platform.Data.Backup;

/// <summary>Where a service's rows name blobs: a backup asks it for each that is damaged or gone.</summary>
/// <param name="Service">Its schema on PostgreSQL and table prefix on SQLite.</param>
/// <param name="Column">Holds the SHA-256, 64 lowercase hexadecimal digits.</param>
/// <param name="What">In the words of people, such as <c>photo of scan</c>.</param>
/// <param name="Which">SQL, the same on both databases, for the name that follows those words.</param>
public sealed record BlobUse(string Service, string Table, string Column, string What, string Which)
{
    /// <summary>False where a row may hold the hash of something that was never kept here.</summary>
    public bool IsAlwaysKept { get; init; } = true;

    internal string On(StorageKind kind) => kind == StorageKind.Sqlite ? $"{Service}_{Table}" : $"{Service}.{Table}";
}
