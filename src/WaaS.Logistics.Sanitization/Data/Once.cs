using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Sanitization.Data;

/// <summary>
/// Carries a command out once per operation id, in the same save as its effects. Somebody else's change in between makes it look again at the
/// fresh state, where every rule is asked again.
/// </summary>
internal sealed class Once(SanitizationDb db)
{
    private const int Tries = 12;

    public async Task<TAnswer> Run<TAnswer>(Guid opId, string command, Func<Task<TAnswer>> work, CancellationToken cancel)
    {
        if (opId == Guid.Empty)
            throw RefusedException.Invalid("opId", "The field opId is missing: a new id for each command, the same one when it is sent again.");
        for (var attempt = 1; ; attempt++)
        {
            if (await db.Operations.AsNoTracking().SingleOrDefaultAsync(done => done.OpId == opId, cancel) is { } done)
                return Answer<TAnswer>(done, command);
            try
            {
                var answer = await work();
                db.Operations.Add(new Operation { OpId = opId, Command = command, Answer = JsonSerializer.Serialize(answer, ServiceDb.EventJson), DoneAt = db.Now });
                await db.SaveChangesAsync(cancel);
                return answer;
            }
            catch (DbUpdateException e) when (attempt < Tries && MayTryAgain(e))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(2, 10 * attempt), cancel);
            }
        }
    }

    // Two commands on one order meet either at its version or, where both add a row, at one of these; looked at again, the second is refused by its rule.
    private static readonly (string Index, string[] Columns)[] Races =
    [
        ("ix_sanitization_operations_op_id", ["operations.op_id"]),
        ("ix_sanitization_jobs_active_slot", ["jobs.slot_id"]),
        ("ix_sanitization_jobs_order_number", ["jobs.order_id", "jobs.number"]),
        ("ix_sanitization_jobs_op_id", ["jobs.station_id", "jobs.op_id"]),
        ("ix_sanitization_evidence_content_hash", ["evidence.content_hash"]),
        ("ix_sanitization_steps_job_sequence", ["steps.job_id", "steps.sequence"]),
        ("ix_sanitization_slots_order_name", ["slots.order_id", "slots.name"]),
        ("ix_sanitization_slots_accepted_evidence", ["slots.accepted_evidence_id"]),
        ("ix_sanitization_clearances_order_revision", ["clearances.order_id", "clearances.revision"]),
        ("ix_sanitization_certificates_evidence", ["issued_certificates.evidence_id"]),
        ("ix_sanitization_revocations_certificate", ["revocations.certificate_id"]),
    ];

    // Where two met, a rule of the database may speak before the version does; on a fresh load the code's own rule says why not.
    internal static bool MayTryAgain(DbUpdateException e) => e is DbUpdateConcurrencyException || Violations.IsContention(e) || Violations.RaisedByTrigger(e) is not null
        || Races.Any(race => Violations.IsUnique(e, race.Index, string.Join(", ", race.Columns.Select(column => $"sanitization_{column}"))));

    private static TAnswer Answer<TAnswer>(Operation done, string command) => done.Command == command
        ? JsonSerializer.Deserialize<TAnswer>(done.Answer, ServiceDb.EventJson)!
        : throw new RefusedException("op-id-used", $"This opId was used for '{done.Command}' already. Give each command an id of its own.", arguments: [done.Command]);
}
