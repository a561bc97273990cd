using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.ShowBench;

/// <summary>Everything that runs and waits at the bench at one moment.</summary>
/// <param name="Total">Open orders; more than are listed where the list is cut off.</param>
public sealed record BenchView(DateTime Now, IReadOnlyList<BenchStation> Stations, IReadOnlyList<BenchOrder> Orders, int Total);

/// <param name="HeardAt">The last sign of life; absent for a station that never took a job.</param>
public sealed record BenchStation(Guid Id, string Name, string Machine, bool Revoked, DateTime? HeardAt, IReadOnlyList<BenchJob> Jobs);

public sealed record BenchJob(Guid OrderId, string Device, string Serial, string Slot, string CarrierSerial, JobView Job);

public sealed record BenchOrder(OrderLine Order, IReadOnlyList<HoldView> Holds, IReadOnlyList<OpenReview> Reviews);

/// <summary>Evidence that waits for a person's decision.</summary>
/// <param name="Verified">Whether the first of the two decisions is there.</param>
public sealed record OpenReview(Guid EvidenceId, string Slot, bool Verified, string Separation, string? Operator, string? Verifier, DateTime Since);
