using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Messaging;

namespace WaaS.Logistics.Platform.Data;

/// <summary>What all services share and none owns: people, stations, key ring, failed messages.</summary>
public sealed class PlatformDb(DbContextOptions<PlatformDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
{
    public const string ServiceName = "platform";

    protected override string Service => ServiceName;

    public DbSet<FailedMessage> FailedMessages => Set<FailedMessage>();

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<FailedMessage>(failed =>
        {
            failed.ToTable("failed_messages");
            failed.HasIndex(row => new { row.MessageId, row.Queue }).IsUnique();
            failed.HasIndex(row => new { row.State, row.LastFailedAt });
        });
    }
}
