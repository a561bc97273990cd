using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Web.SystemState;

/// <summary>How this process is doing, for the admin.</summary>
public sealed record SystemReport
{
    public required string Version { get; init; }
    public required IReadOnlyList<string> Services { get; init; }
    public required StorageKind Storage { get; init; }
    public required string DataFolder { get; init; }
    public required long? DatabaseSize { get; init; }
    public required long FreeSpace { get; init; }
    public required bool BusIsHealthy { get; init; }
    public required IReadOnlyList<string> Queues { get; init; }
    public required IReadOnlyList<Backlog> Backlogs { get; init; }
    public required int FailedMessages { get; init; }
    public required (string Name, DateTime At, long Size)? LastBackup { get; init; }
}

internal sealed class SystemReporter(
    PlatformSettings settings, PlatformDb db, BusState bus, Topology topology, IEnumerable<DatabaseRegistration> databases, IServiceProvider provider)
{
    public async Task<SystemReport> Report(CancellationToken cancel) => new()
    {
        Version = typeof(SystemReporter).Assembly.GetName().Version!.ToString(3),
        Services = settings.Services,
        Storage = settings.Storage.Kind,
        DataFolder = settings.Storage.DataFolder,
        DatabaseSize = settings.Storage.Kind == StorageKind.Sqlite ? new FileInfo(settings.Storage.DatabaseFile).Length : null,
        FreeSpace = new DriveInfo(settings.Storage.DataFolder).AvailableFreeSpace,
        BusIsHealthy = bus.IsHealthy,
        Queues = topology.Queues,
        Backlogs = await Backlog.Of(databases, provider, cancel),
        FailedMessages = await db.FailedMessages.CountAsync(row => row.State == FailedMessageState.Open, cancel),
        LastBackup = NewestBackup(),
    };

    private (string, DateTime, long)? NewestBackup()
    {
        var folder = new DirectoryInfo(Path.Combine(settings.Storage.DataFolder, "backups"));
        var newest = folder.Exists ? folder.EnumerateFiles("*.tar").MaxBy(file => file.LastWriteTimeUtc) : null;
        return newest is null ? null : (newest.Name, newest.LastWriteTimeUtc, newest.Length);
    }
}
