namespace WaaS.Logistics.Platform.Messaging;

/// <summary>A message this consumer has already applied. Kept for months: a duplicate may come late.</summary>
public sealed class InboxEntry
{
    public required Guid MessageId { get; init; }
    public required string Consumer { get; init; }
    public required DateTime AppliedAt { get; init; }
}
