using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.FindCutOff;

/// <summary>Whether a carrier that is locked was left so by one of the stations, and by which: their signed steps say it.</summary>
internal sealed class FindCutOffErase(SanitizationDb db)
{
    private const string SecurityErase = "ata-security-erase";

    public async Task<CutOffErase> Handle(CutOffRequest request, CancellationToken cancel)
    {
        if (request.CarrierSerial.Length > 100 || Serials.Key(request.CarrierSerial) is not { } carrier)
            throw RefusedException.Invalid("carrierSerial", $"'{request.CarrierSerial}' is no serial of a carrier.", request.CarrierSerial);
        var begun = await (from step in db.Steps.AsNoTracking()
                           join job in db.Jobs.AsNoTracking() on step.JobId equals job.Id
                           join progress in db.Progress.AsNoTracking() on job.Id equals progress.JobId
                           where step.Kind == StepKinds.EraseStarted && job.Order!.Slots.Any(slot => slot.Id == job.SlotId && slot.CarrierKey == carrier)
                           orderby step.ReceivedAt descending, step.Sequence descending
                           select new { job.Id, job.CarrierSerial, job.StationName, job.State, progress.LeaseUntil, step.Sequence, step.Record }).Take(20).ToListAsync(cancel);
        // A slot may have got another carrier since; the job says which one it was about.
        var last = begun.FirstOrDefault(step => Serials.Key(step.CarrierSerial) == carrier);
        if (last is null || Read(last.Record) is not { } record || Fact(record, "technique") is not { } technique || !technique.StartsWith(SecurityErase, StringComparison.Ordinal) || await EndedWell(last.Id, last.Sequence, cancel))
            throw RefusedException.NotFound("erase that was cut off", request.CarrierSerial);
        return new CutOffErase
        {
            StationName = last.StationName,
            StartedAt = record.Body.Time,
            Technique = technique,
            HeldUntil = last.State == JobState.Active ? new DateTimeOffset(last.LeaseUntil, TimeSpan.Zero) : null,
        };
    }

    private async Task<bool> EndedWell(Guid jobId, long started, CancellationToken cancel)
    {
        var ends = await db.Steps.AsNoTracking().Where(step => step.JobId == jobId && step.Sequence > started && step.Kind == StepKinds.EraseEnded).Select(step => step.Record).ToListAsync(cancel);
        return ends.Any(end => Read(end) is { } record && Fact(record, "outcome") == "completed");
    }

    private static StepRecord? Read(string record) => JsonSerializer.Deserialize(record, StepJson.Default.StepRecord);

    private static string? Fact(StepRecord record, string name) =>
        record.Body.Payload.ValueKind == JsonValueKind.Object && record.Body.Payload.TryGetProperty(name, out var fact) && fact.ValueKind == JsonValueKind.String ? fact.GetString() : null;
}
