using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.ShowBench;

/// <summary>Everything that runs and waits at the bench at one moment.</summary>
/// <param name="Total">Open orders; more than are listed where the list is cut off.</param>
public sealed record BenchView(DateTime Now, IReadOnlyList<BenchStation> Stations, IReadOnlyList<BenchOrder> Orders, int Total);

/// <param name="HeardAt">The last sign of life; absent for a station that never gave one.</param>
/// <param name="Silent">It spoke once and does no more: nothing shown of it is the present.</param>
public sealed record BenchStation(Guid Id, string Name, string Machine, bool Revoked, DateTime? HeardAt, bool Silent, IReadOnlyList<BenchBay> Bays);

/// <summary>One bay, or one job of a station that tells nothing of its bays.</summary>
/// <param name="Report">What the station says of the bay; absent where it says nothing.</param>
/// <param name="Job">The running job, as the server handed it out.</param>
/// <param name="Order">Whose carrier it is, where an order names its serial.</param>
/// <param name="HeardAt">When this was heard last.</param>
public sealed record BenchBay(BayReport? Report, BenchJob? Job, BenchOrder? Order, DateTime HeardAt, bool Silent);

public sealed record BenchJob(Guid OrderId, string Device, string Serial, string Slot, string CarrierSerial, JobView Job);

public sealed record BenchOrder(OrderLine Order, IReadOnlyList<HoldView> Holds, IReadOnlyList<OpenReview> Reviews);

/// <summary>Evidence that waits for a person's decision.</summary>
/// <param name="Verified">Whether the first of the two decisions is there.</param>
public sealed record OpenReview(Guid EvidenceId, string Slot, bool Verified, string Separation, string? Operator, string? Verifier, DateTime Since);
