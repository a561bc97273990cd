using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Returns;
using WaaS.Logistics.IntegrationTests.Rules;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Refurbishment.AnswerChecks;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Refurbishment;

/// <summary>Each rule of the database by name: whoever takes one away finds its case red.</summary>
public abstract class When_somebody_writes_past_refurbishment(IStack stack) : IAsyncLifetime
{
    private readonly Dictionary<string, string?> _answers = [];
    private InspectionRoom _room = null!;

    private RuleBook<RefurbishmentDb> _book = null!;

    public async ValueTask InitializeAsync()
    {
        _room = await InspectionRoom.Open(stack);
        var kind = await _room.Call((Storage storage) => Task.FromResult(storage.Kind));
        _book = new RuleBook<RefurbishmentDb>("refurbishment", GateRules.All, kind, new RuleTrial<RefurbishmentDb>("refurbishment", work => _room.As("intruder", work)), trigger => trigger.Replace("refurbishment_", ""));
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Every_trigger_says_no_by_its_own_words()
    {
        var (waiting, started, all, graded) = (await Of(await _room.Waiting("WAIT-0001")), await Of(await _room.Started("START-0001")), await Of(await _room.Checked("CHECK-0001")), await Of(await Graded("GRADE-0001")));
        var (locked, faulty) = (await Of(await Faulty("LOCK-0001", CheckPoint.Locks)), await Of(await Faulty("FAULT-0001", CheckPoint.Ports)));
        var bare = await Bare();
        await _book.Try("gate_only_rises", $"UPDATE {{t}}devices SET revision = 0 WHERE id = {Id(waiting.DeviceId)}");
        await _book.Try("device_stays", $"DELETE FROM {{t}}devices WHERE id = {Id(waiting.DeviceId)}");
        // Nothing refers to it: only the rule keeps it.
        var alone = Id(Guid.NewGuid());
        await Run($"INSERT INTO {{t}}devices (id, version, serial, serial_key, manufacturer, model, customer, cycle, revision, gate) VALUES ({alone}, 1, 'ALONE-1', 'ALONE-1', 'm', 'm', 'c', 1, 3, 'Reopened')");
        await _book.Try("device_stays", $"DELETE FROM {{t}}devices WHERE id = {alone}");
        foreach (var older in new[] { "revision = 2", "gate = 'Cleared'" })
            await _book.Try("gate_only_rises", $"UPDATE {{t}}devices SET {older} WHERE id = {alone}");
        await Run($"UPDATE {{t}}devices SET revision = 5 WHERE id = {Id(graded.DeviceId)}");
        await _book.Try("inspection_begins_waiting", Insert(graded, revision: 5, state: "InInspection"));
        await _book.Try("inspection_needs_clearance", Insert(graded, revision: 7));
        await _book.Try("inspection_keeps_clearance", $"UPDATE {{t}}inspections SET revision = 7 WHERE id = {Id(waiting.Id)}");
        await _book.Try("inspection_moves_by_table", $"UPDATE {{t}}inspections SET state = 'Scrapped', scrap_reason = 'x' WHERE id = {Id(waiting.Id)}");
        await _book.Try("inspection_needs_records", $"UPDATE {{t}}inspections SET state = 'InInspection' WHERE id = {bare}");
        await Run($"UPDATE {{t}}devices SET gate = 'Reopened' WHERE id = {Id(started.DeviceId)}");
        await _book.Try("inspection_needs_open_gate", $"UPDATE {{t}}inspections SET state = 'Scrapped', scrap_reason = 'x' WHERE id = {Id(started.Id)}");
        var unchecked_ = await Of(await _room.Started("START-0002"));
        await _book.Try("graded_needs_every_check", Grade(unchecked_, "C"));
        await _book.Try("graded_is_not_locked", Grade(locked, "C"));
        await _book.Try("grade_a_has_no_fault", Grade(faulty, "A"));
        await _book.Try("grade_stays", $"UPDATE {{t}}inspections SET grade = 'A' WHERE id = {Id(graded.Id)}");
        foreach (var which in new[] { Id(waiting.Id), bare })
            await _book.Try("inspection_stays", $"DELETE FROM {{t}}inspections WHERE id = {which}");
        await _book.Try("record_comes_with_clearance", $"INSERT INTO {{t}}cleared_slots (id, inspection_id, slot, record_kind, record_number) VALUES ({Id(Guid.NewGuid())}, {Id(started.Id)}, 'late', 'certificate', 'C-9')");
        await _book.Try("record_is_final", $"UPDATE {{t}}cleared_slots SET record_number = 'C-9' WHERE inspection_id = {Id(waiting.Id)}");
        await _book.Try("record_stays", $"DELETE FROM {{t}}cleared_slots WHERE inspection_id = {Id(waiting.Id)}");
        await _book.Try("answer_given_in_inspection", $"INSERT INTO {{t}}given_answers (id, inspection_id, point, answer, by_name, at) VALUES ({Id(Guid.NewGuid())}, {Id(waiting.Id)}, 'Power', 'Ok', 'x', '2026-11-02')");
        await _book.Try("answer_changed_in_inspection", $"UPDATE {{t}}given_answers SET answer = 'NotApplicable' WHERE inspection_id = {Id(graded.Id)} AND point = 'Power'");
        await _book.Try("answer_stays", $"DELETE FROM {{t}}given_answers WHERE inspection_id = {Id(all.Id)}");
        await _book.Try("history_is_final", $"UPDATE {{t}}history SET actor_name = 'somebody else' WHERE inspection_id = {Id(all.Id)}");
        await _book.Try("history_stays", $"DELETE FROM {{t}}history WHERE inspection_id = {Id(all.Id)}");
        _book.RequireEveryTrigger();
    }

    [Fact]
    public async Task Every_check_and_unique_index_says_no_by_its_name()
    {
        var (waiting, all, graded) = (await Of(await _room.Waiting("WAIT-0002")), await Of(await _room.Checked("CHECK-0002")), await Of(await Graded("GRADE-0002", "SEAL-02")));
        var other = await Of(await _room.Checked("CHECK-0003"));
        await _book.TryCheck("ck_devices_heard", $"INSERT INTO {{t}}devices (id, version, serial, serial_key, manufacturer, model, customer, cycle, revision, gate) VALUES ({Id(Guid.NewGuid())}, 1, 'S', 'S', 'm', 'm', 'c', 0, 0, 'Reopened')");
        // Reached past the triggers only: a state nobody can come to by a move.
        await _book.TryCheck("ck_inspections_graded", $"UPDATE {{t}}inspections SET state = 'Graded' WHERE id = {Id(all.Id)}");
        await _book.TryCheck("ck_inspections_grade", $"UPDATE {{t}}inspections SET grade = 'D', ended_by = 'x', state = 'Graded' WHERE id = {Id(all.Id)}");
        await _book.TryCheck("ck_inspections_scrapped", $"UPDATE {{t}}inspections SET state = 'Scrapped' WHERE id = {Id(all.Id)}");
        await _book.TryCheck("ck_inspections_seal", $"UPDATE {{t}}inspections SET seal_number = 'S-1' WHERE id = {Id(all.Id)}");
        await _book.TryCheck("ck_cleared_slots_record", Record(waiting, "late", "promise", "C-9"));
        await _book.TryCheck("ck_given_answers_note", $"UPDATE {{t}}given_answers SET answer = 'Fault' WHERE inspection_id = {Id(all.Id)} AND point = 'Ports'");
        await _book.TryCheck("ck_given_answers_no_carrier_left", $"UPDATE {{t}}given_answers SET answer = 'NotApplicable' WHERE inspection_id = {Id(all.Id)} AND point = 'NoCarrierLeft'");
        await Try("refurbishment_one_inspection_per_clearance", Insert(graded, 1), "refurbishment_inspections.device_id, refurbishment_inspections.cycle, refurbishment_inspections.revision");
        await Run($"UPDATE {{t}}devices SET revision = 5 WHERE id = {Id(waiting.DeviceId)}");
        await Try("refurbishment_one_open_inspection", Insert(waiting, 5), "refurbishment_inspections.device_id");
        await Try("refurbishment_one_seal", $"UPDATE {{t}}inspections SET seal_number = 'SEAL-02', seal_key = 'SEAL-02', grade = 'B', state = 'Graded', ended_by = 'x' WHERE id = {Id(other.Id)}", "refurbishment_inspections.seal_key");
        await Try("refurbishment_one_record_per_slot", Record(waiting, "M.2-1", "certificate", "C-9"), "refurbishment_cleared_slots.inspection_id, refurbishment_cleared_slots.slot");
        await Try("refurbishment_one_answer_per_check", $"INSERT INTO {{t}}given_answers (id, inspection_id, point, answer, by_name, at) VALUES ({Id(Guid.NewGuid())}, {Id(all.Id)}, 'Power', 'Ok', 'x', '2026-11-02')", "refurbishment_given_answers.inspection_id, refurbishment_given_answers.point");
        Assert.All(_answers, answer => Assert.True(answer.Value?.Contains(answer.Key) == true, $"{answer.Key}: got '{answer.Value}'"));
        // Implied by the triggers: a row of an inspection cannot be laid without its device's cycle and revision.
        _book.RequireEveryCheck(await _room.Read(db => Task.FromResult(db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(entity => entity.GetCheckConstraints()).Select(check => check.ModelName).Distinct().ToList())), "ck_inspections_clearance");
    }

    private async Task<Guid> Graded(string serial, string? seal = null)
    {
        var id = await _room.Checked(serial);
        await _room.Grade(id, WaaS.Logistics.Refurbishment.Inspections.Grade.B, seal);
        return id;
    }

    private async Task<Guid> Faulty(string serial, CheckPoint point)
    {
        var id = await _room.Checked(serial);
        await _room.Answer(id, new GivenAnswer(point, CheckAnswer.Fault, "broken"));
        return id;
    }

    // An inspection without a record of any slot: only a database prompt can lay one.
    private async Task<string> Bare()
    {
        var device = await Of(await _room.Waiting("BARE-0001"));
        await _room.Deliver(InspectionRoom.Reopened(device.DeviceId, serial: "BARE-0001"));
        await Run($"UPDATE {{t}}devices SET revision = 9, gate = 'Cleared' WHERE id = {Id(device.DeviceId)}");
        await Run(Insert(device, 9));
        return $"(SELECT x.id FROM (SELECT id FROM {{t}}inspections WHERE device_id = {Id(device.DeviceId)} AND revision = 9) x)";
    }

    private static string Insert(Inspection like, int revision, string state = "Waiting") =>
        $"INSERT INTO {{t}}inspections (id, device_id, cycle, revision, state, opened_at, state_since) SELECT {Id(Guid.NewGuid())}, device_id, cycle, {revision}, '{state}', opened_at, state_since FROM {{t}}inspections WHERE id = {Id(like.Id)}";

    private static string Record(Inspection of, string slot, string kind, string number) =>
        $"INSERT INTO {{t}}cleared_slots (id, inspection_id, slot, record_kind, record_number) VALUES ({Id(Guid.NewGuid())}, {Id(of.Id)}, '{slot}', '{kind}', '{number}')";

    private static string Grade(Inspection inspection, string grade) => $"UPDATE {{t}}inspections SET state = 'Graded', grade = '{grade}', ended_by = 'x' WHERE id = {Id(inspection.Id)}";

    private async Task<Inspection> Of(Guid device) => (await _room.Device(device))!.Latest!;

    private async Task Try(string rule, string sql, string? columns = null)
    {
        try
        {
            var rows = await Run(sql);
            _answers[rule] = $"done, {rows} rows";
        }
        catch (Exception e)
        {
            _answers[rule] = columns is not null && e.Message.Contains($"failed: {columns}'") ? rule : e.Message;
        }
    }

    private Task<int> Run(string sql) => _room.As("intruder", async services =>
    {
        var storage = services.GetRequiredService<Storage>();
        if (storage.Kind == StorageKind.Sqlite)
            return await storage.Writer.RunAsync(turn =>
            {
                using var command = turn.Command(sql.Replace("{t}", "refurbishment_"));
                return command.ExecuteNonQuery();
            });
        return await services.GetRequiredService<RefurbishmentDb>().Database.ExecuteSqlRawAsync(sql.Replace("{t}", "refurbishment."));
    });

    // EF keeps a Guid as upper-case text in SQLite.
    private static string Id(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";
}

public sealed class When_somebody_writes_past_refurbishment_embedded(EmbeddedStack stack) : When_somebody_writes_past_refurbishment(stack), IClassFixture<EmbeddedStack>;

public sealed class When_somebody_writes_past_refurbishment_on_servers(PostgresStack stack) : When_somebody_writes_past_refurbishment(stack), IClassFixture<PostgresStack>;
