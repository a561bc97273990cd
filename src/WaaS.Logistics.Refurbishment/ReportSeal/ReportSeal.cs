using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Refurbishment.Inspections;

namespace WaaS.Logistics.Refurbishment.ReportSeal;

internal sealed record ReportSealRequest(Guid OpId, string SealNumber);

/// <summary>Somebody sees that a sealed device was opened: what is in it now nobody knows.</summary>
internal sealed class ReportSeal(RefurbishmentDb db)
{
    public Task<SentBackAnswer> Handle(Guid deviceId, ReportSealRequest request, CancellationToken cancel) =>
        db.Once(request.OpId, "report-seal", new { deviceId, request.SealNumber }, async () =>
        {
            if (string.IsNullOrWhiteSpace(request.SealNumber))
                throw RefusedException.Invalid("sealNumber", "The field sealNumber is empty. Scan or type the number of the broken seal.");
            var device = await db.Device(deviceId, cancel);
            db.AddToOutbox(device.BreakSeal(request.SealNumber, db.Origin, db.Now));
            return new SentBackAnswer(device.Id, device.Latest!.Cycle, device.Latest.State);
        }, [], cancel);
}
