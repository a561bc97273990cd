using System.Text.Json;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Sanitization.Certificates;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.ShowOrders;

/// <summary>Why a device waits, and who can help.</summary>
public sealed record BlockerView(string Rule, string? Slot, string? Detail);

public sealed record OrderLine(
    Guid Id, Guid DeviceId, int Cycle, string Manufacturer, string Model, string Serial, string Customer, string OrderNumber, string ProtectionNeed, string Place,
    string State, int Revision, DateTime OpenedAt, DateTime WaitingSince, int Slots, int Proven, bool Failed, bool Held, IReadOnlyList<BlockerView> Blockers,
    string? WithdrawnReason = null, DateTime? WithdrawnAt = null);

public sealed record SlotView(
    Guid Id, string Name, string State, string Source, string? CarrierSerial, string? RecordNumber, string? FailedRules, JobView? Job, bool SeenEmpty = false);

public sealed record JobView(
    Guid Id, string Station, string? Operator, string State, DateTime ClaimedAt, DateTime? HoldCheckedAt, DateTime? FirstWriteAt, DateTime LeaseUntil, DateTime HeardAt, string Phase,
    long BytesDone, long BytesTotal, double Speed, double? Temperature);

public sealed record FindingView(string Rule, string Path, string MessageKey, IReadOnlyList<string> Arguments);

public sealed record EvidenceView(
    Guid Id, Guid JobId, string Slot, string State, string Outcome, string CarrierKind, string? CarrierSerial, string Station, string? OperatorId, string? Operator, string ContentHash, DateTime ReceivedAt,
    string Separation, IReadOnlyList<FindingView> Findings, string? Verification, string? VerifiedBy, DateTime? VerifiedAt, string? Validation, string? ValidatedBy, DateTime? ValidatedAt, string? Note);

public sealed record NoCarrierView(Guid Id, Guid SlotId, string Number, string State, string Note, string FirstById, string FirstBy, DateTime FirstAt, string? SecondBy, DateTime? SecondAt);

public sealed record DestructionView(
    Guid Id, Guid SlotId, string Number, string State, string? CarrierSerial, string Level, string Machine, string Place, string ProofHash, string Reason,
    string OperatorId, string Operator, DateTime RecordedAt, string? WitnessId, string? Witness, DateTime? WitnessedAt, string? ApprovedBy, DateTime? ApprovedAt);

public sealed record InventoryView(Guid Id, string State, string RecordedById, string RecordedBy, DateTime RecordedAt, string? ConfirmedBy, IReadOnlyList<Messages.CarrierSlot> Slots);

public sealed record HoldView(Guid Id, Guid DeviceId, string Kind, string Reason, DateOnly? EndsOn, string PlacedBy, DateTime PlacedAt, string? LiftedBy, DateTime? LiftedAt, string? LiftReason, bool InForce);

public sealed record CertificateView(
    string Number, string Slot, string CarrierSerial, string DocumentHash, string PdfGermanHash, string PdfEnglishHash, DateTime IssuedAt, DateTime? RevokedAt, string? RevokedBy, string? RevocationReason);

public sealed record ReopeningView(string Cause, string Reason, DateTime At, int Revision);

public sealed record OrderView(
    OrderLine Order, int? ExpectedSlots, string SlotCount, IReadOnlyList<SlotView> Slots, IReadOnlyList<EvidenceView> Evidence, IReadOnlyList<NoCarrierView> NoCarrierRecords,
    IReadOnlyList<DestructionView> Destructions, IReadOnlyList<InventoryView> Inventories, IReadOnlyList<HoldView> Holds, IReadOnlyList<CertificateView> Certificates, IReadOnlyList<ReopeningView> Reopenings);

internal static class Views
{
    public static OrderLine Line(WipeOrder order, GateFacts facts)
    {
        var blockers = order.State == OrderState.Cleared ? [] : order.Blockers(facts);
        return new OrderLine(
            order.Id, order.DeviceId, order.Cycle, order.Manufacturer, order.Model, order.Serial, order.Customer, order.OrderNumber, order.ProtectionNeed, order.Place,
            order.State.ToString(), order.Revision, order.OpenedAt, order.WaitingSince, order.Slots.Count, order.Slots.Count(slot => slot.IsProven),
            order.Slots.Any(slot => slot.State == SlotState.Failed), facts.Holds.Count > 0, [.. blockers.Select(blocker => new BlockerView(blocker.Rule, blocker.Slot, blocker.Detail))],
            order.WithdrawnReason, order.WithdrawnAt);
    }

    public static SlotView Slot(WipeSlot slot, JobView? job) =>
        new(slot.Id, slot.Name, slot.State.ToString(), slot.Source.ToString(), slot.CarrierSerial, slot.RecordNumber, slot.FailedRules, job, slot.SeenEmpty);

    public static JobView Job(WipeJob job, JobProgress progress) => new(
        job.Id, job.StationName, job.OperatorName, job.State.ToString(), job.ClaimedAt, job.HoldCheckedAt, job.FirstWriteAt, progress.LeaseUntil, progress.HeardAt, progress.Phase,
        progress.BytesDone, progress.BytesTotal, progress.Speed, progress.Temperature);

    public static EvidenceView Evidence(Evidence evidence) => new(
        evidence.Id, evidence.JobId, evidence.SlotName, evidence.State.ToString(), evidence.Outcome, evidence.CarrierKind, evidence.CarrierSerial, evidence.StationName, evidence.OperatorId, evidence.OperatorName,
        evidence.ContentHash, evidence.ReceivedAt, evidence.Separation.ToString(),
        [.. JsonSerializer.Deserialize<RuleFinding[]>(evidence.Findings, ServiceDb.EventJson)!.Select(finding => new FindingView(finding.Rule, finding.Path, finding.MessageKey, finding.Arguments))],
        evidence.Verification?.ToString(), evidence.VerifiedByName, evidence.VerifiedAt, evidence.Validation?.ToString(), evidence.ValidatedByName, evidence.ValidatedAt, evidence.Note);

    public static NoCarrierView NoCarrier(EmptyRecord record) => new(
        record.Id, record.SlotId, record.Number, record.State.ToString(), record.Note, record.FirstBy, record.FirstByName, record.FirstAt, record.SecondByName, record.SecondAt);

    public static DestructionView Destroyed(Destruction record) => new(
        record.Id, record.SlotId, record.Number, record.State.ToString(), record.CarrierSerial, record.Level, record.Machine, record.Place, record.ProofHash, record.Reason,
        record.OperatorId, record.OperatorName, record.RecordedAt, record.WitnessId, record.WitnessName, record.WitnessedAt, record.ApprovedByName, record.ApprovedAt);

    public static InventoryView Counted(Inventory inventory) => new(
        inventory.Id, inventory.State.ToString(), inventory.RecordedBy, inventory.RecordedByName, inventory.RecordedAt, inventory.ConfirmedByName, inventory.ReadSlots());

    public static HoldView Hold(WipeHold hold, DateTime now) => new(
        hold.Id, hold.DeviceId, hold.Kind.ToString(), hold.Reason, hold.EndsOn, hold.PlacedByName, hold.PlacedAt, hold.LiftedByName, hold.LiftedAt, hold.LiftReason, hold.IsInForce(now));

    public static CertificateView Certificate(Certificate certificate, string slot, Revocation? revocation) => new(
        certificate.Number, slot, certificate.CarrierSerial, certificate.DocumentHash, certificate.PdfGermanHash, certificate.PdfEnglishHash, certificate.IssuedAt,
        revocation?.RevokedAt, revocation?.RevokedByName, revocation?.Reason);
}
