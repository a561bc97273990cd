using System.Text.RegularExpressions;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Policies;

namespace WaaS.Logistics.Sanitization.DestroyCarrier;

internal sealed record DestructionRecorded(Guid RecordId, string Number, RecordState State, OrderState OrderState);

/// <summary>What cannot be sanitized is destroyed: recorded by who did it, witnessed by who saw it, approved by a third.</summary>
internal sealed partial class DestructionRecords(SanitizationDb db, OrderLookup orders, PolicyBook policies, Once once)
{
    public Task<DestructionRecorded> Record(Guid opId, Guid orderId, Guid slotId, DestructionFacts facts, CancellationToken cancel) =>
        once.Run(opId, "record-destruction", async () =>
        {
            Require("machine", facts.Machine);
            Require("place", facts.Place);
            Require("reason", facts.Reason);
            if (!Proof.ContentHash.TryParse(facts.ProofHash, out _))
                throw RefusedException.Invalid("proofHash", "The field proofHash is the SHA-256 of the photo or video: 64 lowercase hexadecimal digits.");
            var order = await orders.Load(orderId, cancel);
            RequireLevel(facts.Level, policies.DestructionLevels(policies.InForce(db.Now), order.ProtectionNeed));
            var record = order.RecordDestruction(order.Slot(slotId), facts, await orders.Facts(order, cancel), Actor.Of(db.Origin), db.Now);
            return new DestructionRecorded(record.Id, record.Number, record.State, order.State);
        }, cancel);

    public Task<DestructionRecorded> Witness(Guid opId, Guid orderId, Guid recordId, CancellationToken cancel) =>
        once.Run(opId, "witness-destruction", async () =>
        {
            var order = await orders.Load(orderId, cancel);
            var record = order.DestructionOf(recordId);
            order.WitnessDestruction(record, await orders.Facts(order, cancel), Actor.Of(db.Origin), db.Now);
            return new DestructionRecorded(record.Id, record.Number, record.State, order.State);
        }, cancel);

    public Task<DestructionRecorded> Approve(Guid opId, Guid orderId, Guid recordId, Decision decision, CancellationToken cancel) =>
        once.Run(opId, "approve-destruction", async () =>
        {
            var order = await orders.Load(orderId, cancel);
            var record = order.DestructionOf(recordId);
            order.DecideDestruction(record, decision, await orders.Facts(order, cancel), Actor.Of(db.Origin), db.Now);
            await orders.TryClear(order, cancel);
            return new DestructionRecorded(record.Id, record.Number, record.State, order.State);
        }, cancel);

    private static void Require(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > 200)
            throw RefusedException.Invalid(field, $"The field {field} needs 1 to 200 characters.");
    }

    private static void RequireLevel(string? level, IReadOnlyList<string> leasts)
    {
        if (level is null || !Level().IsMatch(level))
            throw RefusedException.Invalid("level", $"The field level is a category and security level of DIN 66399, such as {leasts[0]}.");
        var least = leasts.SingleOrDefault(known => known[0] == level[0]);
        if (least is null || level[2] < least[2])
            throw new RefusedException("destruction-level", $"{level} is not enough: the policy asks for {string.Join(", ", leasts)} or more.", arguments: [level, string.Join(", ", leasts)]);
    }

    [GeneratedRegex("^[A-Z]-[1-7]\\z")]
    private static partial Regex Level();
}
