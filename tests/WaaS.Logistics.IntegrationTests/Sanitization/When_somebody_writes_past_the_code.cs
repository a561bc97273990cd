using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Testbed;
using Xunit;
using static WaaS.Logistics.IntegrationTests.Sanitization.RawSql;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_somebody_writes_past_the_code_embedded(EmbeddedStack stack) : When_somebody_writes_past_the_code(stack), IClassFixture<EmbeddedStack>;

public sealed class When_somebody_writes_past_the_code_on_servers(ServerStack stack) : When_somebody_writes_past_the_code(stack), IClassFixture<ServerStack>;

/// <summary>Each rule of the database by name: whoever takes one away finds its case red.</summary>
public abstract class When_somebody_writes_past_the_code(IStack stack) : IAsyncLifetime
{
    private Workshop _workshop = null!;
    private Showcase _show = null!;
    private RawSql _sql = null!;
    private readonly Dictionary<string, string?> _answers = [];

    public async ValueTask InitializeAsync()
    {
        _workshop = await Workshop.Open(stack);
        _show = new Showcase(_workshop, await Bench.Enrol(_workshop));
        _sql = new RawSql(_workshop);
    }

    public ValueTask DisposeAsync() => _workshop.DisposeAsync();

    [Fact]
    public async Task Every_trigger_says_no_by_its_own_words()
    {
        await Orders();
        await Slots();
        await Evidence();
        await Papers();
        await Holds();
        var rules = GateRules.All.Sqlite.ToDictionary(rule => rule.Trigger.Replace("sanitization_gate_", ""), rule => rule.Create.Split("RAISE(ABORT, '")[1].Split('\'')[0]);
        Assert.Equal(rules.Keys.Order(), _answers.Keys.Order());
        Assert.All(rules, rule => Assert.True(_answers[rule.Key]?.Contains(rule.Value) == true, $"{rule.Key}: expected '{rule.Value}', got '{_answers[rule.Key]}'"));
    }

    [Fact]
    public async Task Every_check_and_unique_index_says_no_by_its_name()
    {
        await Checks();
        await Uniques();
        Assert.All(_answers, answer => Assert.True(answer.Value?.Contains(answer.Key) == true, $"{answer.Key}: got '{answer.Value}'"));
        var model = await _workshop.Read(db => Task.FromResult(db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
            .SelectMany(entity => entity.GetCheckConstraints()).Select(check => check.ModelName).Distinct().ToList()));
        Assert.Empty(model.Except(_answers.Keys));
    }

    private async Task Orders()
    {
        var (cleared, open, empty, held) = (await _show.Cleared(), await _show.Open(), await _show.Open(expected: 0, carrier: false), await _show.ProvenButHeld());
        var clearance = Id(cleared.ClearanceId!.Value);
        await Try("order_never_born_cleared", _sql.Copy("wipe_orders", open.Id,
            ("id", NewId()), ("device_id", NewId()), ("state", "'Cleared'"), ("clearance_id", clearance), ("revision", "1")));
        await Try("order_cleared_needs_slots", _sql.Run(await Clear(empty)));
        await Try("order_cleared_needs_proof", _sql.Run(await Clear(open)));
        await Try("order_cleared_needs_clearance", _sql.Run($"UPDATE {{t}}wipe_orders SET state = 'Cleared', clearance_id = {clearance}, revision = revision + 1 WHERE id = {Id(held.Id)}"));
        await Try("order_revision_rises", _sql.Run($"UPDATE {{t}}wipe_orders SET revision = -1 WHERE id = {Id(open.Id)}"));
        var withdrawn = await _show.Withdrawn();
        await Try("order_withdrawn_is_final", _sql.Run($"UPDATE {{t}}wipe_orders SET state = 'Open', withdrawn_reason = NULL, withdrawn_at = NULL WHERE id = {Id(withdrawn.Id)}"));
        await Try("order_withdrawn_is_final", _sql.Run($"UPDATE {{t}}wipe_orders SET withdrawn_reason = 'other' WHERE id = {Id(withdrawn.Id)}"));
        await Try("correction_is_final", _sql.Run($"UPDATE {{t}}receipt_corrections SET reason = 'other' WHERE device_id = {Id(withdrawn.DeviceId)}"));
        await Try("correction_stays", _sql.Run($"DELETE FROM {{t}}receipt_corrections WHERE device_id = {Id(withdrawn.DeviceId)}"));
        var seen = await _show.SeenEmpty();
        await Try("seen_revision_rises", _sql.Run($"UPDATE {{t}}seen_accounts SET slots = '[]' WHERE device_id = {Id(seen.DeviceId)}"));
        await Try("seen_stays", _sql.Run($"DELETE FROM {{t}}seen_accounts WHERE device_id = {Id(seen.DeviceId)}"));
        foreach (var gone in new[] { cleared, await _show.Withdrawn(await _show.Failed()) })
            await Try("job_only_while_open", _sql.Copy("jobs", gone.Jobs[0].Id, ("id", NewId()), ("op_id", NewId()), ("number", "9")));
        await Try("order_stays", _sql.Run($"DELETE FROM {{t}}wipe_orders WHERE id = {Id(empty.Id)}"));
    }

    private async Task Slots()
    {
        var (cleared, open, held) = (await _show.Cleared(), await _show.UnderReview(), await _show.ProvenButHeld());
        var (slot, proof) = (open.Slots[0], cleared.Slots[0]);
        string Of(WipeSlot which, string set) => $"UPDATE {{t}}slots SET {set} WHERE id = {Id(which.Id)}";
        await Try("slot_never_born_proven", _sql.Copy("slots", slot.Id, ("id", NewId()), ("name", "'x'"), ("state", "'EmptyConfirmed'")));
        await Try("slot_added_only_while_open", _sql.Copy("slots", proof.Id, ("id", NewId()), ("name", "'late'"), ("state", "'Open'"), ("accepted_evidence_id", "NULL"), ("record_number", "NULL")));
        await Try("slot_doubted_only_while_open", _sql.Run(Of(proof, "state = 'Open'")));
        await Try("slot_accepted_needs_evidence", _sql.Run(Of(slot, $"state = 'EvidenceAccepted', accepted_evidence_id = {Id(proof.AcceptedEvidenceId!.Value)}, record_number = '{proof.RecordNumber}'")));
        await Try("slot_accepted_needs_certificate", _sql.Run(Of(held.Slots[0], "record_number = 'C-OTHER'")));
        await Try("slot_destroyed_needs_approval", _sql.Run(Of(slot, "state = 'Destroyed'")));
        await Try("slot_empty_needs_two_people", _sql.Run(Of(slot, "state = 'EmptyConfirmed'")));
        foreach (var kept in new[] { slot, proof, held.Slots[0], (await _show.Failed()).Slots[0], (await _show.Revoked()).Slots[0], (await _show.Destroyed(approved: false)).Slots[0], (await _show.WithoutCarrier(confirmed: false)).Slots[0], (await _show.Open(carrier: false)).Slots[0] })
            await Try("slot_stays", _sql.Run($"DELETE FROM {{t}}slots WHERE id = {Id(kept.Id)}"));
        await Try("slot_keeps_its_order", _sql.Run(Of(slot, $"order_id = {Id(held.Id)}")));
    }

    private async Task Evidence()
    {
        var (cleared, open, failed) = (await _show.Cleared(), await _show.UnderReview(), await _show.Failed());
        string Of(WipeOrder order, string set) => $"UPDATE {{t}}evidence SET {set} WHERE id = {Id(order.Evidence[0].Id)}";
        await Try("evidence_never_born_accepted_unjudged", _sql.Copy("evidence", open.Evidence[0].Id, ("id", NewId()), ("content_hash", "'copy'"), ("state", "'Accepted'")));
        foreach (var (column, value) in new[] { ("content_hash", "'x'"), ("outcome", "'success'"), ("rules", "''"), ("findings", "'[1]'"), ("carrier_kind", "'loop'"), ("separation", "'SixEyes'"), ("operator_id", "'other'"), ("slot_id", NewId()), ("job_id", NewId()) })
            await Try("evidence_facts_stay", _sql.Run(Of(failed, $"{column} = {value}")));
        await Try("evidence_ends", _sql.Run(Of(failed, "state = 'UnderReview'")));
        await Try("evidence_decisions_stay", _sql.Run(Of(cleared, "verified_by = 'other'")));
        await Try("evidence_counts_while_cleared", _sql.Run(Of(cleared, "state = 'Withdrawn'")));
        await Try("evidence_stays", _sql.Run($"DELETE FROM {{t}}evidence WHERE id = {Id(failed.Evidence[0].Id)}"));
    }

    private async Task Papers()
    {
        var (cleared, open, revoked) = (await _show.Cleared(), await _show.UnderReview(), await _show.Revoked());
        var certificate = await _workshop.Read(db => db.Certificates.AsNoTracking().SingleAsync(row => row.OrderId == cleared.Id));
        var revocation = await _workshop.Read(db => db.Revocations.AsNoTracking().Where(row => db.Certificates.Any(c => c.Id == row.CertificateId && c.OrderId == revoked.Id)).SingleAsync());
        await Try("certificate_needs_accepted_evidence", _sql.Copy("issued_certificates", certificate.Id,
            ("id", NewId()), ("number", "'C-FALSE'"), ("evidence_id", Id(open.Evidence[0].Id)), ("order_id", Id(open.Id)), ("slot_id", Id(open.Slots[0].Id))));
        var withdrawn = await _show.Withdrawn(await _show.Cleared());
        var told = await _workshop.Read(db => db.Certificates.AsNoTracking().SingleAsync(row => row.OrderId == withdrawn.Id));
        await Try("certificate_not_after_withdrawal", _sql.Copy("issued_certificates", told.Id, ("id", NewId()), ("number", "'C-LATE'")));
        await Try("certificate_is_final", _sql.Run($"UPDATE {{t}}issued_certificates SET carrier_serial = 'OTHER' WHERE id = {Id(certificate.Id)}"));
        await Try("certificate_stays", _sql.Run($"DELETE FROM {{t}}issued_certificates WHERE id = {Id(certificate.Id)}"));
        await Try("revocation_needs_open_order", _sql.Copy("revocations", revocation.Id, ("id", NewId()), ("certificate_id", Id(certificate.Id))));
        await Try("revocation_is_final", _sql.Run($"UPDATE {{t}}revocations SET reason = 'other' WHERE id = {Id(revocation.Id)}"));
        await Try("revocation_stays", _sql.Run($"DELETE FROM {{t}}revocations WHERE id = {Id(revocation.Id)}"));
        await Try("clearance_is_final", _sql.Run($"UPDATE {{t}}clearances SET slots = '[]' WHERE order_id = {Id(cleared.Id)}"));
        await Try("clearance_stays", _sql.Run($"DELETE FROM {{t}}clearances WHERE order_id = {Id(revoked.Id)}"));
        await Try("step_is_final", _sql.Run($"UPDATE {{t}}steps SET kind = 'other' WHERE job_id = {Id(cleared.Jobs[0].Id)}"));
        await Try("step_stays", _sql.Run($"DELETE FROM {{t}}steps WHERE job_id = {Id(cleared.Jobs[0].Id)}"));
    }

    private async Task Holds()
    {
        var (held, recorded, witnessed) = (await _show.ProvenButHeld(), await _show.DestructionHeld(witnessed: false), await _show.DestructionHeld(witnessed: true));
        await Try("job_not_while_held", _sql.Copy("jobs", held.Jobs[0].Id, ("id", NewId()), ("op_id", NewId()), ("number", "9")));
        await Try("destruction_not_recorded_while_held", _sql.Copy("destructions", recorded.Destructions[0].Id, ("id", NewId()), ("number", "'D-9'")));
        await Try("destruction_not_witnessed_while_held", _sql.Run($"UPDATE {{t}}destructions SET state = 'Witnessed', witness_id = 'vera', witness_name = 'vera', witnessed_at = recorded_at WHERE id = {Id(recorded.Destructions[0].Id)}"));
        await Try("destruction_not_approved_while_held", _sql.Run($"UPDATE {{t}}destructions SET state = 'Confirmed', approved_by = 'rita', approved_by_name = 'rita', approved_at = recorded_at WHERE id = {Id(witnessed.Destructions[0].Id)}"));
    }

    private async Task Checks()
    {
        var (cleared, open, held) = (await _show.Cleared(), await _show.UnderReview(), await _show.ProvenButHeld());
        await Try("ck_wipe_orders_cleared", _sql.Run($"UPDATE {{t}}wipe_orders SET slot_count = 'Unknown' WHERE id = {Id(cleared.Id)}"));
        await Try("ck_wipe_orders_open", _sql.Run($"UPDATE {{t}}wipe_orders SET clearance_id = {Id(cleared.ClearanceId!.Value)} WHERE id = {Id(open.Id)}"));
        await Try("ck_wipe_orders_withdrawn", _sql.Run($"UPDATE {{t}}wipe_orders SET state = 'Withdrawn' WHERE id = {Id(open.Id)}"));
        await Try("ck_slots_seen_empty", _sql.Run($"UPDATE {{t}}slots SET carrier_key = 'X', carrier_serial = 'X' WHERE order_id = {Id((await _show.SeenEmpty()).Id)} AND seen_empty"));
        await Try("ck_slots_accepted", _sql.Run($"UPDATE {{t}}slots SET carrier_key = NULL WHERE id = {Id(held.Slots[0].Id)}"));
        await Try("ck_slots_destroyed", _sql.Run($"UPDATE {{t}}slots SET record_number = NULL WHERE id = {Id((await _show.Destroyed(approved: true)).Slots[0].Id)}"));
        await Try("ck_slots_empty", _sql.Run($"UPDATE {{t}}slots SET record_number = NULL WHERE id = {Id((await _show.WithoutCarrier(confirmed: true)).Slots[0].Id)}"));
        var evidence = $"WHERE id = {Id(open.Evidence[0].Id)}";
        await Try("ck_evidence_accepted", _sql.Run($"UPDATE {{t}}evidence SET state = 'Accepted' {evidence}"));
        await Try("ck_evidence_decided_by", _sql.Run($"UPDATE {{t}}evidence SET validation = 'Yes', validated_by = 'rita' {evidence}"));
        await Try("ck_evidence_four_eyes", _sql.Run($"UPDATE {{t}}evidence SET verification = 'Yes', verified_by = operator_id {evidence}"));
        var six = await _show.UnderReview("very-high", verifiedBy: "vera");
        await Try("ck_evidence_six_eyes", _sql.Run($"UPDATE {{t}}evidence SET validation = 'Yes', validated_by = verified_by WHERE id = {Id(six.Evidence[0].Id)}"));
        var bare = $"WHERE order_id = {Id((await _show.WithoutCarrier(confirmed: false)).Id)}";
        await Try("ck_empty_records_two_people", _sql.Run($"UPDATE {{t}}empty_records SET second_by = first_by {bare}"));
        await Try("ck_empty_records_confirmed", _sql.Run($"UPDATE {{t}}empty_records SET state = 'Confirmed' {bare}"));
        var shredded = $"WHERE order_id = {Id((await _show.Destroyed(approved: false)).Id)}";
        await Try("ck_destructions_witness", _sql.Run($"UPDATE {{t}}destructions SET witness_id = operator_id {shredded}"));
        await Try("ck_destructions_approval", _sql.Run($"UPDATE {{t}}destructions SET witness_id = 'vera', approved_by = 'vera' {shredded}"));
        await Try("ck_destructions_confirmed", _sql.Run($"UPDATE {{t}}destructions SET state = 'Confirmed' {shredded}"));
        await Try("ck_inventories_two_people", _sql.Run($"UPDATE {{t}}inventories SET confirmed_by = recorded_by WHERE order_id = {Id((await _show.Counted()).Id)}"));
    }

    private async Task Uniques()
    {
        var cleared = await _show.Cleared();
        var certificate = await _workshop.Read(db => db.Certificates.AsNoTracking().SingleAsync(row => row.OrderId == cleared.Id));
        var answer = await Answer(_sql.Copy("issued_certificates", certificate.Id, ("id", NewId()), ("number", "'C-SECOND'")));
        Assert.Contains("evidence", answer);
        answer = await Answer(_sql.Copy("clearances", cleared.ClearanceId!.Value, ("id", NewId())));
        Assert.Contains("order", answer);
        answer = await Answer(_sql.Copy("evidence", cleared.Evidence[0].Id, ("id", NewId())));
        Assert.Contains("content_hash", answer);
    }

    /// <summary>All a clearing would write, without any proof behind it.</summary>
    private async Task<string> Clear(WipeOrder order)
    {
        var clearance = NewId();
        await _sql.Run($"INSERT INTO {{t}}clearances (id, order_id, revision, cleared_at, slots) VALUES ({clearance}, {Id(order.Id)}, {order.Revision + 1}, '2026-11-02 08:00:00', '[]')");
        return $"UPDATE {{t}}wipe_orders SET state = 'Cleared', clearance_id = {clearance}, revision = revision + 1 WHERE id = {Id(order.Id)}";
    }

    private async Task Try(string rule, Task<int> write)
    {
        var answer = await Answer(write);
        // One silent yes among several tries of one rule is a no for the rule.
        _answers[rule] = _answers.TryGetValue(rule, out var before) && before is null ? null : answer;
    }

    private static async Task<string?> Answer(Task<int> write)
    {
        try
        {
            return await write == 0 ? "nothing was hit" : null;
        }
        catch (System.Data.Common.DbException e)
        {
            return e is Npgsql.PostgresException postgres ? $"{postgres.MessageText} {postgres.ConstraintName} {postgres.Detail}" : e.Message;
        }
    }

    private static string NewId() => Id(Guid.NewGuid());
}
