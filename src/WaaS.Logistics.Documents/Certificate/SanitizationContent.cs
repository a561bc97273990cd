using System.Globalization;
using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Certificates;
using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Documents.Certificate;

/// <summary>What the evidence says about the work itself.</summary>
internal static class SanitizationContent
{
    public static SanitizationDetails Of(CertificateDocument certificate, CarrierResult carrier)
    {
        var overwrites = carrier.Steps.Where(step => step.Kind == StepKind.Overwrite).ToList();
        var erased = overwrites.LastOrDefault()?.BytesAcknowledged;
        return new()
        {
            Outcome = carrier.Outcome,
            Procedure = certificate.Sanitization.ProcedureKey,
            Technique = certificate.Sanitization.Technique,
            Transitions = [.. carrier.Steps.SelectMany(step => step.StatusTransitions)],
            Passes = [.. overwrites.Select(Pass)],
            SectorsWritten = carrier.SectorsWritten,
            SectorsFailed = carrier.SectorsFailed,
            BadSectors = [.. carrier.Steps.SelectMany(step => step.BadSectors).Distinct().Order()],
            ReallocatedSectors = carrier.RemappedAfter,
            BytesErased = erased,
            Percent = erased is { } bytes && carrier.CapacityReportedBytes > 0 ? 100d * bytes / carrier.CapacityReportedBytes : null,
            Throughput = Throughput(overwrites),
            Exceptions = carrier.Exceptions,
            StartedAt = carrier.StartedAt,
            EndedAt = carrier.EndedAt,
            TimeZone = carrier.TimeZoneKnown == TriState.Yes ? string.Create(CultureInfo.InvariantCulture, $"UTC{carrier.StartedAt:zzz}") : null,
            Station = certificate.Station.Name,
            Tool = $"{certificate.Station.Tool.Name} {certificate.Station.Tool.Version}",
        };
    }

    private static OverwritePass Pass(EvidenceStep step, int at) => new()
    {
        Number = step.Pass ?? at + 1,
        Pattern = step.Pattern,
        Generator = step.Generator,
        StartedAt = step.StartedAt,
        EndedAt = step.EndedAt,
        Outcome = step.Outcome,
        RecheckCommand = step.RecheckCommand,
    };

    private static long? Throughput(List<EvidenceStep> overwrites)
    {
        var seconds = overwrites.Sum(step => (step.EndedAt - step.StartedAt).TotalSeconds);
        return seconds > 0 && overwrites.All(step => step.BytesAcknowledged is not null)
            ? (long)(overwrites.Sum(step => (double)step.BytesAcknowledged!.Value) / seconds)
            : null;
    }
}
