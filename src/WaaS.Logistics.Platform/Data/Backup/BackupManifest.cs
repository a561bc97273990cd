using System.Text.Json;
using System.Text.Json.Serialization;

namespace WaaS.Logistics.Platform.Data.Backup;

/// <summary>What a backup holds, with the hash of every file: written last, read first.</summary>
/// <param name="LeftOut">What is not in it although it should be; null when all is.</param>
internal sealed record BackupManifest(string Format, DateTime TakenAt, StorageKind Storage, IReadOnlyList<BackupFile> Files, IReadOnlyList<BackupGap>? LeftOut = null)
{
    public const string CurrentFormat = "waas-backup/1";
    public const string Entry = "manifest.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static BackupManifest Parse(Stream json)
    {
        var manifest = JsonSerializer.Deserialize<BackupManifest>(json, Json);
        return manifest is { Format: CurrentFormat, Files: not null }
            ? manifest
            : throw new InvalidDataException($"The backup's manifest is of format '{manifest?.Format}'; this program reads '{CurrentFormat}'.");
    }
}

internal sealed record BackupFile(string Path, long Size, string Sha256);
