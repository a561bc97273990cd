using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Rules;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Testbed;
using Xunit;
using static WaaS.Logistics.IntegrationTests.Sanitization.RawSql;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_somebody_writes_past_the_code_embedded(EmbeddedStack stack) : When_somebody_writes_past_the_code(stack), IClassFixture<EmbeddedStack>;

public sealed class When_somebody_writes_past_the_code_on_postgres(PostgresStack stack) : When_somebody_writes_past_the_code(stack), IClassFixture<PostgresStack>;

/// <summary>Each rule of the database by name: whoever takes one away finds its case red.</summary>
public abstract class When_somebody_writes_past_the_code(IStack stack) : IAsyncLifetime
{
    private Workshop _workshop = null!;
    private Showcase _show = null!;
    private RawSql _sql = null!;
    private RuleBook<SanitizationDb> _book = null!;

    public async ValueTask InitializeAsync()
    {
        _workshop = await Workshop.Open(stack);
        _show = new Showcase(_workshop, await Bench.Enrol(_workshop));
        _sql = new RawSql(_workshop);
        var kind = await _workshop.As("intruder", services => Task.FromResult(services.GetRequiredService<Storage>().Kind));
        _book = new RuleBook<SanitizationDb>("sanitization", GateRules.All, kind, new RuleTrial<SanitizationDb>("sanitization", work => _workshop.As("intruder", work)), trigger => trigger[(trigger.IndexOf("gate_", StringComparison.Ordinal) + 5)..]);
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
        // Born accepted without both deciders, evidence fails its checks too.
        _book.RequireEveryTrigger(("evidence_never_born_accepted_unjudged", "ck_evidence_"));
    }

    [Fact]
    public async Task Every_check_and_unique_index_says_no_by_its_name()
    {
        await Checks();
        await Uniques();
        _book.RequireEveryCheck(await _workshop.Read(db => Task.FromResult(db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
            .SelectMany(entity => entity.GetCheckConstraints()).Select(check => check.ModelName).Distinct().ToList())));
    }

    private async Task Orders()
    {
        var (cleared, open, empty, held) = (await _show.Cleared(), await _show.Open(), await _show.Open(expected: 0, carrier: false), await _show.ProvenButHeld());
        var clearance = Id(cleared.ClearanceId!.Value);
        await _book.Try("order_never_born_cleared", await _sql.Copied("wipe_orders", open.Id,
            ("id", NewId()), ("device_id", NewId()), ("state", "'Cleared'"), ("clearance_id", clearance), ("revision", "1")));
        await _book.Try("order_cleared_needs_slots", await Clear(empty));
        await _book.Try("order_cleared_needs_proof", await Clear(open));
        await _book.Try("order_cleared_needs_clearance", $"UPDATE {{t}}wipe_orders SET state = 'Cleared', clearance_id = {clearance}, revision = revision + 1 WHERE id = {Id(held.Id)}");
        await _book.Try("order_revision_rises", $"UPDATE {{t}}wipe_orders SET revision = -1 WHERE id = {Id(open.Id)}");
        var withdrawn = await _show.Withdrawn();
        await _book.Try("order_withdrawn_is_final", $"UPDATE {{t}}wipe_orders SET state = 'Open', withdrawn_reason = NULL, withdrawn_at = NULL WHERE id = {Id(withdrawn.Id)}");
        await _book.Try("order_withdrawn_is_final", $"UPDATE {{t}}wipe_orders SET withdrawn_reason = 'other' WHERE id = {Id(withdrawn.Id)}");
        await _book.Try("correction_is_final", $"UPDATE {{t}}receipt_corrections SET reason = 'other' WHERE device_id = {Id(withdrawn.DeviceId)}");
        await _book.Try("correction_stays", $"DELETE FROM {{t}}receipt_corrections WHERE device_id = {Id(withdrawn.DeviceId)}");
        var seen = await _show.SeenEmpty();
        await _book.Try("seen_revision_rises", $"UPDATE {{t}}seen_accounts SET slots = '[]' WHERE device_id = {Id(seen.DeviceId)}");
        await _book.Try("seen_stays", $"DELETE FROM {{t}}seen_accounts WHERE device_id = {Id(seen.DeviceId)}");
        foreach (var gone in new[] { cleared, await _show.Withdrawn(await _show.Failed()) })
            await _book.Try("job_only_while_open", await _sql.Copied("jobs", gone.Jobs[0].Id, ("id", NewId()), ("op_id", NewId()), ("number", "9")));
        await _book.Try("order_stays", $"DELETE FROM {{t}}wipe_orders WHERE id = {Id(empty.Id)}");
    }

    private async Task Slots()
    {
        var (cleared, open, held) = (await _show.Cleared(), await _show.UnderReview(), await _show.ProvenButHeld());
        var (slot, proof) = (open.Slots[0], cleared.Slots[0]);
        string Of(WipeSlot which, string set) => $"UPDATE {{t}}slots SET {set} WHERE id = {Id(which.Id)}";
        var (bare, shredded) = (await _show.WithoutCarrier(confirmed: false), await _show.Destroyed(approved: false));
        var (empty, destroyed) = ($"state = 'EmptyConfirmed', empty_record_id = {Id(bare.EmptyRecords[0].Id)}, record_number = 'N-9'", $"state = 'Destroyed', destruction_id = {Id(shredded.Destructions[0].Id)}, record_number = 'D-9'");
        await _book.Try("slot_never_born_proven", await _sql.Copied("slots", bare.Slots[0].Id, ("id", NewId()), ("name", "'x'"), ("state", "'EmptyConfirmed'"), ("empty_record_id", Id(bare.EmptyRecords[0].Id)), ("record_number", "'N-9'")));
        await _book.Try("slot_added_only_while_open", await _sql.Copied("slots", proof.Id, ("id", NewId()), ("name", "'late'"), ("state", "'Open'"), ("accepted_evidence_id", "NULL"), ("record_number", "NULL")));
        await _book.Try("slot_doubted_only_while_open", Of(proof, "state = 'Open'"));
        await _book.Try("slot_accepted_needs_evidence", Of(slot, $"state = 'EvidenceAccepted', accepted_evidence_id = {Id(proof.AcceptedEvidenceId!.Value)}, record_number = '{proof.RecordNumber}'"));
        // Evidence and certificate of another slot, which lets go of them.
        await _book.Try("slot_accepted_needs_evidence", $"{Of(held.Slots[0], "state = 'Open', accepted_evidence_id = NULL, record_number = NULL")}; {Of(slot, $"state = 'EvidenceAccepted', accepted_evidence_id = {Id(held.Slots[0].AcceptedEvidenceId!.Value)}, record_number = '{held.Slots[0].RecordNumber}'")}");
        await _book.Try("slot_accepted_needs_certificate", Of(held.Slots[0], "record_number = 'C-OTHER'"));
        await _book.Try("slot_destroyed_needs_approval", Of(shredded.Slots[0], destroyed));
        await _book.Try("slot_empty_needs_two_people", Of(bare.Slots[0], empty));
        foreach (var kept in new[] { slot, proof, held.Slots[0], (await _show.Failed()).Slots[0], (await _show.Revoked()).Slots[0], (await _show.Destroyed(approved: false)).Slots[0], (await _show.WithoutCarrier(confirmed: false)).Slots[0], (await _show.Open(carrier: false)).Slots[0] })
            await _book.Try("slot_stays", $"DELETE FROM {{t}}slots WHERE id = {Id(kept.Id)}");
        await _book.Try("slot_keeps_its_order", Of(slot, $"order_id = {Id(held.Id)}, name = 'moved'"));
    }

    private async Task Evidence()
    {
        var (cleared, open, failed) = (await _show.Cleared(), await _show.UnderReview(), await _show.Failed());
        string Of(WipeOrder order, string set) => $"UPDATE {{t}}evidence SET {set} WHERE id = {Id(order.Evidence[0].Id)}";
        await _book.Try("evidence_never_born_accepted_unjudged", await _sql.Copied("evidence", open.Evidence[0].Id, ("id", NewId()), ("content_hash", "'copy'"), ("state", "'Accepted'")));
        foreach (var (column, value) in new[] { ("content_hash", "'x'"), ("outcome", "'success'"), ("rules", "''"), ("findings", "'[1]'"), ("carrier_kind", "'loop'"), ("separation", "'SixEyes'"), ("operator_id", "'other'"), ("slot_id", NewId()), ("job_id", NewId()) })
            await _book.Try("evidence_facts_stay", Of(failed, $"{column} = {value}"));
        await _book.Try("evidence_ends", Of(failed, "state = 'UnderReview'"));
        await _book.Try("evidence_decisions_stay", Of(cleared, "verified_by = 'other'"));
        await _book.Try("evidence_counts_while_cleared", Of(cleared, "state = 'Withdrawn'"));
        await _book.Try("evidence_stays", $"DELETE FROM {{t}}evidence WHERE id = {Id(failed.Evidence[0].Id)}");
    }

    private async Task Papers()
    {
        var (cleared, open, revoked) = (await _show.Cleared(), await _show.UnderReview(), await _show.Revoked());
        var certificate = await _workshop.Read(db => db.Certificates.AsNoTracking().SingleAsync(row => row.OrderId == cleared.Id));
        var revocation = await _workshop.Read(db => db.Revocations.AsNoTracking().Where(row => db.Certificates.Any(c => c.Id == row.CertificateId && c.OrderId == revoked.Id)).SingleAsync());
        await _book.Try("certificate_needs_accepted_evidence", await _sql.Copied("issued_certificates", certificate.Id,
            ("id", NewId()), ("number", "'C-FALSE'"), ("evidence_id", Id(open.Evidence[0].Id)), ("order_id", Id(open.Id)), ("slot_id", Id(open.Slots[0].Id))));
        var withdrawn = await _show.Withdrawn(await _show.Cleared());
        var told = await _workshop.Read(db => db.Certificates.AsNoTracking().SingleAsync(row => row.OrderId == withdrawn.Id));
        var late = NewId();
        await _book.Try("certificate_not_after_withdrawal", $"{await _sql.Copied("evidence", withdrawn.Evidence[0].Id, ("id", late), ("content_hash", "'late'"))}; {await _sql.Copied("issued_certificates", told.Id, ("id", NewId()), ("number", "'C-LATE'"), ("evidence_id", late))}");
        await _book.Try("certificate_is_final", $"UPDATE {{t}}issued_certificates SET carrier_serial = 'OTHER' WHERE id = {Id(certificate.Id)}");
        await _book.Try("certificate_stays", $"DELETE FROM {{t}}issued_certificates WHERE id = {Id(certificate.Id)}");
        await _book.Try("revocation_needs_open_order", await _sql.Copied("revocations", revocation.Id, ("id", NewId()), ("certificate_id", Id(certificate.Id))));
        await _book.Try("revocation_is_final", $"UPDATE {{t}}revocations SET reason = 'other' WHERE id = {Id(revocation.Id)}");
        await _book.Try("revocation_stays", $"DELETE FROM {{t}}revocations WHERE id = {Id(revocation.Id)}");
        await _book.Try("clearance_is_final", $"UPDATE {{t}}clearances SET slots = '[]' WHERE order_id = {Id(cleared.Id)}");
        await _book.Try("clearance_stays", $"DELETE FROM {{t}}clearances WHERE order_id = {Id(revoked.Id)}");
        await _book.Try("step_is_final", $"UPDATE {{t}}steps SET kind = 'other' WHERE job_id = {Id(cleared.Jobs[0].Id)}");
        await _book.Try("step_stays", $"DELETE FROM {{t}}steps WHERE job_id = {Id(cleared.Jobs[0].Id)}");
    }

    private async Task Holds()
    {
        var (held, recorded, witnessed) = (await _show.ProvenButHeld(), await _show.DestructionHeld(witnessed: false), await _show.DestructionHeld(witnessed: true));
        await _book.Try("job_not_while_held", await _sql.Copied("jobs", held.Jobs[0].Id, ("id", NewId()), ("op_id", NewId()), ("number", "9")));
        await _book.Try("destruction_not_recorded_while_held", await _sql.Copied("destructions", recorded.Destructions[0].Id, ("id", NewId()), ("number", "'D-9'")));
        await _book.Try("destruction_not_witnessed_while_held", $"UPDATE {{t}}destructions SET state = 'Witnessed', witness_id = 'vera', witness_name = 'vera', witnessed_at = recorded_at WHERE id = {Id(recorded.Destructions[0].Id)}");
        await _book.Try("destruction_not_approved_while_held", $"UPDATE {{t}}destructions SET state = 'Confirmed', approved_by = 'rita', approved_by_name = 'rita', approved_at = recorded_at WHERE id = {Id(witnessed.Destructions[0].Id)}");
    }

    private async Task Checks()
    {
        var (cleared, open, held) = (await _show.Cleared(), await _show.UnderReview(), await _show.ProvenButHeld());
        await _book.TryCheck("ck_wipe_orders_cleared", $"UPDATE {{t}}wipe_orders SET slot_count = 'Unknown' WHERE id = {Id(cleared.Id)}");
        await _book.TryCheck("ck_wipe_orders_open", $"UPDATE {{t}}wipe_orders SET clearance_id = {Id(cleared.ClearanceId!.Value)} WHERE id = {Id(open.Id)}");
        await _book.TryCheck("ck_wipe_orders_withdrawn", $"UPDATE {{t}}wipe_orders SET state = 'Withdrawn' WHERE id = {Id(open.Id)}");
        await _book.TryCheck("ck_slots_seen_empty", $"UPDATE {{t}}slots SET carrier_key = 'X', carrier_serial = 'X' WHERE order_id = {Id((await _show.SeenEmpty()).Id)} AND seen_empty");
        await _book.TryCheck("ck_slots_accepted", $"UPDATE {{t}}slots SET carrier_key = NULL WHERE id = {Id(held.Slots[0].Id)}");
        await _book.TryCheck("ck_slots_destroyed", $"UPDATE {{t}}slots SET record_number = NULL WHERE id = {Id((await _show.Destroyed(approved: true)).Slots[0].Id)}");
        await _book.TryCheck("ck_slots_empty", $"UPDATE {{t}}slots SET record_number = NULL WHERE id = {Id((await _show.WithoutCarrier(confirmed: true)).Slots[0].Id)}");
        var evidence = $"WHERE id = {Id(open.Evidence[0].Id)}";
        await _book.TryCheck("ck_evidence_accepted", $"UPDATE {{t}}evidence SET state = 'Accepted' {evidence}");
        await _book.TryCheck("ck_evidence_decided_by", $"UPDATE {{t}}evidence SET validation = 'Yes', validated_by = 'rita' {evidence}");
        await _book.TryCheck("ck_evidence_four_eyes", $"UPDATE {{t}}evidence SET verification = 'Yes', verified_by = operator_id {evidence}");
        var six = await _show.UnderReview("very-high", verifiedBy: "vera");
        await _book.TryCheck("ck_evidence_six_eyes", $"UPDATE {{t}}evidence SET validation = 'Yes', validated_by = verified_by WHERE id = {Id(six.Evidence[0].Id)}");
        var bare = $"WHERE order_id = {Id((await _show.WithoutCarrier(confirmed: false)).Id)}";
        await _book.TryCheck("ck_empty_records_two_people", $"UPDATE {{t}}empty_records SET second_by = first_by {bare}");
        await _book.TryCheck("ck_empty_records_confirmed", $"UPDATE {{t}}empty_records SET state = 'Confirmed' {bare}");
        var shredded = $"WHERE order_id = {Id((await _show.Destroyed(approved: false)).Id)}";
        await _book.TryCheck("ck_destructions_witness", $"UPDATE {{t}}destructions SET witness_id = operator_id {shredded}");
        await _book.TryCheck("ck_destructions_approval", $"UPDATE {{t}}destructions SET witness_id = 'vera', approved_by = 'vera' {shredded}");
        await _book.TryCheck("ck_destructions_confirmed", $"UPDATE {{t}}destructions SET state = 'Confirmed' {shredded}");
        await _book.TryCheck("ck_fleet_keys_limit", "INSERT INTO {t}fleet_keys (id, name, key_id, public_key_pem, machine_limit, machines, boots, ends_at, created_by, created_at, version) "
            + $"VALUES ({NewId()}, 'fleet', 'key', 'pem', 2, 3, 3, '2027-11-02 08:00:00', 'anna', '2026-11-02 08:00:00', 1)");
        await _book.TryCheck("ck_stations_boot", $"UPDATE {{t}}stations SET boot_id = {NewId()}");
        await _book.TryCheck("ck_inventories_two_people", $"UPDATE {{t}}inventories SET confirmed_by = recorded_by WHERE order_id = {Id((await _show.Counted()).Id)}");
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
