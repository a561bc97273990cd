using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.Certificates;

/// <summary>Issues one certificate per carrier and acceptance, and takes back what is no longer true.</summary>
internal sealed class CertificateOffice(SanitizationDb db, CertificateWriter writer, CertificateKeys keys)
{
    public async Task Issue(WipeOrder order, Evidence evidence, CancellationToken cancel)
    {
        var number = RecordNumber.New("C");
        var stationKey = await db.Stations.AsNoTracking().Where(station => station.Id == evidence.StationId).Select(station => station.KeyId).SingleAsync(cancel);
        var files = await writer.Write(order, evidence, number, stationKey, db.Now, cancel);
        db.Certificates.Add(new Certificate
        {
            Number = number,
            OrderId = order.Id,
            SlotId = evidence.SlotId,
            EvidenceId = evidence.Id,
            CarrierSerial = evidence.CarrierSerial!,
            DeviceSerial = order.Serial,
            DocumentHash = files.DocumentHash,
            PdfGermanHash = files.PdfGermanHash,
            PdfEnglishHash = files.PdfEnglishHash,
            KeyId = keys.Key.KeyId.ToString(),
            IssuedAt = db.Now,
        });
        order.Accept(evidence, number, files.DocumentHash);
    }

    /// <summary>A station contradicted its own evidence: the certificate made from it falls in the same save.</summary>
    public async Task RevokeContradicted(WipeOrder order, WipeJob job, CancellationToken cancel)
    {
        foreach (var evidence in order.Evidence.Where(evidence => evidence.JobId == job.Id && evidence.State == EvidenceState.Withdrawn))
        {
            var certificate = await db.Certificates.SingleOrDefaultAsync(certificate => certificate.EvidenceId == evidence.Id, cancel);
            var reopening = order.Reopenings.SingleOrDefault(reopening => reopening.Id == evidence.ReopeningId && reopening.Cause == ReopeningCause.EvidenceContradicted);
            if (certificate is not null && reopening is not null)
                db.Revocations.Add(Revocation(certificate, reopening, Actor.Policy));
        }
    }

    public Revocation Revocation(Certificate certificate, Reopening reopening, Actor by) => new()
    {
        CertificateId = certificate.Id,
        CertificateNumber = certificate.Number,
        ReopeningId = reopening.Id,
        Reason = reopening.Reason,
        RevokedBy = by.Id,
        RevokedByName = by.Name,
        RevokedAt = db.Now,
    };
}
