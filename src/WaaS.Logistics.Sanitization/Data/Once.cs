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

    internal static bool MayTryAgain(DbUpdateException e) => e is DbUpdateConcurrencyException
        || Violations.IsContention(e)
        || Violations.IsUnique(e, "ix_sanitization_operations_op_id", "sanitization_operations.op_id")
        || Violations.IsUnique(e, "ix_sanitization_jobs_active_slot", "sanitization_jobs.slot_id")
        || Violations.IsUnique(e, "ix_sanitization_jobs_op_id", "sanitization_jobs.station_id, sanitization_jobs.op_id")
        || Violations.IsUnique(e, "ix_sanitization_evidence_content_hash", "sanitization_evidence.content_hash")
        || Violations.IsUnique(e, "ix_sanitization_steps_job_sequence", "sanitization_steps.job_id, sanitization_steps.sequence");

    private static TAnswer Answer<TAnswer>(Operation done, string command) => done.Command == command
        ? JsonSerializer.Deserialize<TAnswer>(done.Answer, ServiceDb.EventJson)!
        : throw new RefusedException("op-id-used", $"This opId was used for '{done.Command}' already. Give each command an id of its own.", arguments: [done.Command]);
}
