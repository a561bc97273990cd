using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Json;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.ShowEvidence;

/// <summary>Everything a person needs to see before deciding on evidence.</summary>
internal sealed class ReadEvidence(SanitizationDb db, OrderReader reader, BlobStore blobs)
{
    private const string Format = "FORMAT";

    private static readonly string[] Examined =
    [
        RuleIds.Outcome, RuleIds.Completeness, RuleIds.DeviceIdentity, RuleIds.CarrierIdentity, RuleIds.HiddenArea, RuleIds.RemappedSectors, RuleIds.Procedure, RuleIds.Firmware, RuleIds.Exceptions,
        RuleIds.Interrupted, RuleIds.Capacity, RuleIds.Times, RuleIds.Replay, RuleIds.Signature, RuleIds.Tool, RuleIds.Kind,
    ];

    public async Task<EvidenceDetails> Handle(Guid evidenceId, CancellationToken cancel)
    {
        var row = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(evidence => evidence.Id == evidenceId, cancel) ?? throw RefusedException.NotFound("evidence", evidenceId.ToString());
        var order = await reader.Show(row.OrderId, cancel);
        var certificate = await db.Certificates.AsNoTracking().Where(certificate => certificate.EvidenceId == evidenceId).Select(certificate => certificate.Number).SingleOrDefaultAsync(cancel);
        var view = Views.Evidence(row);
        return new EvidenceDetails(order.Order, view, row.SizeBytes, $"{row.PolicyId}/{row.PolicyVersion}", row.VerifiedBy, certificate, Judge(view.Findings), await Read(row, cancel));
    }

    internal static IReadOnlyList<RuleVerdict> Judge(IReadOnlyList<FindingView> findings)
    {
        var against = findings.ToLookup(finding => finding.Rule);
        var silent = against[Format].Any() ? RuleState.NotExamined : RuleState.Holds;
        return [.. findings.Select(finding => finding.Rule).Distinct().Where(rule => !Examined.Contains(rule)).Concat(Examined)
            .Select(rule => new RuleVerdict(rule, against[rule].Any() ? RuleState.Against : silent, [.. against[rule]])).OrderBy(verdict => verdict.State != RuleState.Against)];
    }

    private async Task<DocumentFacts?> Read(Evidence row, CancellationToken cancel)
    {
        try
        {
            return Facts(EvidenceReader.Read(await blobs.Get(row.ContentHash, cancel)).Document);
        }
        catch (Exception e) when (e is InvalidDataException or EvidenceFormatException)
        {
            return null;
        }
    }

    private static DocumentFacts Facts(EvidenceDocument document)
    {
        var carrier = document.Carrier;
        var achieved = LevelEngine.Achieved(carrier);
        return new DocumentFacts(
            carrier.Vendor, carrier.Model, carrier.Firmware, StrictEnumConverter<MediaType>.NameOf(carrier.MediaType), StrictEnumConverter<CarrierKind>.NameOf(carrier.Kind),
            StrictEnumConverter<SerialSource>.NameOf(carrier.SerialSource), carrier.ScannedSerial, carrier.CapacityReportedBytes, carrier.SectorsTotal, carrier.SectorsWritten, carrier.SectorsFailed,
            document.ProcedureKey, document.RequiredLevel is { } required ? StrictEnumConverter<SanitizationLevel>.NameOf(required) : null, StrictEnumConverter<SanitizationLevel>.NameOf(achieved.Level),
            string.Join(", ", achieved.Reasons.Select(reason => $"{carrier.Steps[reason.Step].Technique} {reason.Rule}")), $"{document.Tool.Name} {document.Tool.Version}", carrier.StartedAt.UtcDateTime, carrier.EndedAt.UtcDateTime,
            [.. carrier.Steps.Select(step => new DocumentStep(
                step.Kind.ToString(), step.Technique, step.Pattern?.ToString(), step.Outcome.ToString(), step.BytesAcknowledged ?? step.BytesVerified, step.Mismatches, step.BadSectors.Count,
                step.StartedAt.UtcDateTime, step.EndedAt.UtcDateTime, step.RecheckCommand))]);
    }
}
