namespace WaaS.Logistics.Platform.Data;

public enum StorageKind
{
    Sqlite,
    Postgres,
}

/// <summary>Where the facts live. Only two pairs start: SQLite with the embedded bus, PostgreSQL with RabbitMQ.</summary>
public sealed record StorageOptions
{
    public StorageKind Kind { get; init; } = StorageKind.Sqlite;

    /// <summary>Holds <c>waas.db</c>, blobs, certificates and keys. With PostgreSQL it still holds blobs and keys.</summary>
    public required string DataFolder { get; init; }

    public string? Postgres { get; init; }

    public string? RabbitMq { get; init; }

    /// <summary>Bytes that have to be free where the data folder lies; with less the program says that it is not ready.</summary>
    public long KeepFree { get; init; }

    /// <summary>How long an outbox row is kept after it was sent over RabbitMQ: as far back as a backup can be restored without loss.</summary>
    public TimeSpan KeepSent { get; init; } = TimeSpan.FromDays(14);

    public string DatabaseFile => Path.Combine(DataFolder, "waas.db");
}
