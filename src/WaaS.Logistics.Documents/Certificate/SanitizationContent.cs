using System.Globalization;
using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Certificates;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using SanitizationLevel = WaaS.Logistics.Documents.Certificate.Input.SanitizationLevel;

namespace WaaS.Logistics.Documents.Certificate;

/// <summary>What the evidence says about the work itself.</summary>
internal static class SanitizationContent
{
    public static SanitizationDetails Of(CertificateDocument certificate, EvidenceDocument evidence)
    {
        var carrier = evidence.Carrier;
        var erases = carrier.Steps.Where(step => step.Kind is StepKind.Firmware or StepKind.Crypto).ToList();
        var overwrites = carrier.Steps.Where(step => step.Kind == StepKind.Overwrite).ToList();
        var erased = overwrites.LastOrDefault()?.BytesAcknowledged;
        return new()
        {
            Outcome = carrier.Outcome,
            RequiredLevel = evidence.RequiredLevel is { } required ? Level(required) : SanitizationLevel.Unknown,
            // A policy that names no level had none judged, and none is claimed here.
            AchievedLevel = evidence.RequiredLevel is null ? SanitizationLevel.Unknown : Level(LevelEngine.Achieved(carrier).Level),
            FirmwareCommand = erases.LastOrDefault()?.Command,
            HiddenAreaHandling = Hidden(carrier.Hidden),
            Procedure = certificate.Sanitization.ProcedureKey,
            Technique = certificate.Sanitization.Technique,
            Transitions = [.. carrier.Steps.SelectMany(step => step.StatusTransitions)],
            Passes = [.. overwrites.Select((step, at) => Pass(step, at, erased: erases.Count > 0))],
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

    private static OverwritePass Pass(EvidenceStep step, int at, bool erased) => new()
    {
        Number = step.Pass ?? at + 1,
        Pattern = step.Pattern,
        Generator = step.Generator,
        StartedAt = step.StartedAt,
        EndedAt = step.EndedAt,
        Outcome = step.Outcome,
        // After the drive erased itself the stream must not be there any more.
        RecheckCommand = erased ? null : step.RecheckCommand,
    };

    private static SanitizationLevel Level(Proof.Levels.SanitizationLevel level) => level switch
    {
        Proof.Levels.SanitizationLevel.None => SanitizationLevel.None,
        Proof.Levels.SanitizationLevel.Clear => SanitizationLevel.Clear,
        Proof.Levels.SanitizationLevel.Purge => SanitizationLevel.Purge,
        _ => SanitizationLevel.Unknown,
    };

    private static string? Hidden(HiddenSectors? hidden) => hidden is not { ShownBytesBefore: { } before, ShownBytesAfter: { } after }
        ? null
        : string.Join('\n', [string.Create(CultureInfo.InvariantCulture, $"{before} B \u2192 {after} B"), .. hidden.Commands]);

    private static long? Throughput(List<EvidenceStep> overwrites)
    {
        var seconds = overwrites.Sum(step => (step.EndedAt - step.StartedAt).TotalSeconds);
        return seconds > 0 && overwrites.All(step => step.BytesAcknowledged is not null)
            ? (long)(overwrites.Sum(step => (double)step.BytesAcknowledged!.Value) / seconds)
            : null;
    }
}
