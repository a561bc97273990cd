using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.ShowEvidence;
using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>What this person may do with an order as it stands. The page offers no more; the handlers ask again.</summary>
public sealed record OrderRights
{
    private OrderRights()
    {
    }

    public string Person { get; private init; } = "";
    public bool Handles { get; private init; }
    public bool Verifies { get; private init; }
    public bool Releases { get; private init; }
    public bool Destroys { get; private init; }
    public bool PlacesHolds { get; private init; }
    public bool LiftsHolds { get; private init; }

    internal static OrderRights Of(Visit visit, OriginContext origin) => new()
    {
        Person = origin.Current.Actor,
        Handles = visit.HasAny(Who.Handles),
        Verifies = visit.HasAny(Who.Verifies),
        Releases = visit.HasAny(Who.Releases),
        Destroys = visit.HasAny(Who.Destroys),
        PlacesHolds = visit.HasAny(Who.PlacesHolds),
        LiftsHolds = visit.HasAny(Who.LiftsHolds),
    };

    /// <summary>Nothing is recorded for an order that was withdrawn, but a hold may still be placed or lifted.</summary>
    internal OrderRights For(OrderView order) => order.Order.State == nameof(OrderState.Withdrawn)
        ? this with { Handles = false, Verifies = false, Releases = false, Destroys = false }
        : this;

    public bool MayRecordSlots(OrderView order) => Handles && IsOpen(order);

    public bool MayNameCarrier(SlotView slot) => Handles && slot is { CarrierSerial: null } && Is(slot, SlotState.Open);

    public bool MaySeeEmpty(OrderView order, SlotView slot) =>
        Handles && IsOpen(order) && Is(slot, SlotState.Open) && !order.NoCarrierRecords.Any(record => record.SlotId == slot.Id && record.State == nameof(RecordState.First));

    public bool MaySeeNothingAtAll(OrderView order) => Handles && IsOpen(order) && order.Slots.Count == 0;

    public bool MayDestroy(OrderView order, SlotView slot) =>
        Destroys && !IsHeld(order) && slot.CarrierSerial is not null && (Is(slot, SlotState.Open) || Is(slot, SlotState.Failed))
        && !order.Destructions.Any(record => record.SlotId == slot.Id && record.State is nameof(RecordState.First) or nameof(RecordState.Witnessed));

    public bool MayWipeAgain(SlotView slot) => Verifies && Is(slot, SlotState.Failed);

    public bool MayConfirmEmpty(NoCarrierView record) => Handles && record.State == nameof(RecordState.First) && !IsMe(record.FirstById);

    public bool MayWitness(OrderView order, DestructionView record) => Handles && !IsHeld(order) && record.State == nameof(RecordState.First) && !IsMe(record.OperatorId);

    public bool MayApprove(DestructionView record) => Releases && record.State == nameof(RecordState.Witnessed) && !IsMe(record.OperatorId) && !IsMe(record.WitnessId);

    public bool MayVerify(EvidenceDetails details) => Verifies && MayDecide(details.Evidence);

    public bool MayValidate(EvidenceDetails details) =>
        Releases && MayDecide(details.Evidence) && (details.Evidence.Separation != nameof(Separation.SixEyes) || details.VerifiedById is not null && !IsMe(details.VerifiedById));

    private bool MayDecide(EvidenceView evidence) => evidence.Separation == nameof(Separation.None) || evidence.OperatorId is not null && !IsMe(evidence.OperatorId);

    /// <summary>There is something to say: the word itself is decided when the label is printed.</summary>
    public bool MayPrintLabel(OrderView order) =>
        Handles && (order.Order.State == nameof(OrderState.Cleared) || IsHeld(order) || order.Order.Customer.Length == 0 || order.Slots.Any(slot => Is(slot, SlotState.Failed)));

    public bool MayPrintLabel(SlotView slot) => Handles && (Is(slot, SlotState.EvidenceAccepted) || Is(slot, SlotState.Failed));

    public bool IsMe(string? id) => string.Equals(Person, id, StringComparison.OrdinalIgnoreCase);

    public static bool IsHeld(OrderView order) => order.Holds.Any(hold => hold.InForce);

    private static bool IsOpen(OrderView order) => order.Order.State == nameof(OrderState.Open);

    private static bool Is(SlotView slot, SlotState state) => slot.State == state.ToString();
}
