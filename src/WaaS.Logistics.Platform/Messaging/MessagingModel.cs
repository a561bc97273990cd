using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Messaging;

internal static class MessagingModel
{
    /// <summary>Only a violation of this key means "already applied"; any other unique violation is a fault.</summary>
    public const string InboxKey = "pk_inbox";

    public static void Add(ModelBuilder model)
    {
        model.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox").HasKey(row => row.Sequence);
            outbox.HasIndex(row => new { row.SentAt, row.NotBefore });
            outbox.Property(row => row.Type).HasMaxLength(200);
        });
        model.Entity<InboxEntry>(inbox =>
        {
            inbox.ToTable("inbox").HasKey(row => new { row.MessageId, row.Consumer }).HasName(InboxKey);
            inbox.HasIndex(row => row.AppliedAt);
        });
        model.Entity<AuditEntry>(audit =>
        {
            audit.ToTable("audit").HasKey(row => row.Sequence);
            audit.HasIndex(row => row.SubjectId);
        });
    }
}
