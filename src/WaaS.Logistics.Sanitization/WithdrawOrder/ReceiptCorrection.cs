namespace WaaS.Logistics.Sanitization.WithdrawOrder;

/// <summary>A receipt was taken back. Kept, since it may come before the receipt itself.</summary>
internal sealed class ReceiptCorrection
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DeviceId { get; init; }
    public required int Cycle { get; init; }
    public required string Reason { get; init; }
    public required DateTime ReceivedAt { get; init; }
}
