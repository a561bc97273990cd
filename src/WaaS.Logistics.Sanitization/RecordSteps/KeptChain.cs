using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Sanitization.Data;

namespace WaaS.Logistics.Sanitization.RecordSteps;

/// <summary>The kept records of a job, first to last, as the station signed them.</summary>
internal static class KeptChain
{
    public static async Task<IReadOnlyList<StepRecord>> ChainOf(this SanitizationDb db, Guid jobId, CancellationToken cancel) =>
        [.. (await db.Steps.AsNoTracking().Where(step => step.JobId == jobId).OrderBy(step => step.Sequence).Select(step => step.Record).ToListAsync(cancel))
            .Select(record => JsonSerializer.Deserialize(record, StepJson.Default.StepRecord)!)];
}
