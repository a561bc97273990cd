using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.Certificates;

/// <summary>Issues one certificate per carrier and acceptance, and takes back what is no longer true.</summary>
internal sealed class CertificateOffice(SanitizationDb db, CertificateWriter writer, CertificateKeys keys, BlobStore blobs)
{
    public async Task Issue(WipeOrder order, Evidence evidence, CancellationToken cancel)
    {
        var number = RecordNumber.New("C");
        var station = await db.Stations.AsNoTracking().SingleAsync(station => station.Id == evidence.StationId, cancel);
        await RequireGenuine(station, evidence, cancel);
        var files = await writer.Write(order, evidence, number, station.KeyId, db.Now, cancel);
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

    // Days may lie between receiving evidence and accepting it: what is certified is what the station signed, by a station that is still trusted.
    private async Task RequireGenuine(Station station, Evidence evidence, CancellationToken cancel)
    {
        if (station.RevokedAt is not null)
            throw new RefusedException("station-revoked", $"Station {station.Name} was revoked by {station.RevokedBy}; what it sent is no longer accepted. Refuse the evidence and wipe the carrier at another station.", arguments: [station.Name, station.RevokedBy!]);
        var fleet = station.FleetKeyId is null ? null : await db.FleetKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Id == station.FleetKeyId, cancel);
        if (fleet is { RevokedAt: not null })
            throw new RefusedException("fleet-key-revoked", $"The fleet key {fleet.Name} was revoked by {fleet.RevokedBy}; what machines sent that it let in is no longer accepted.", arguments: [fleet.Name, fleet.RevokedBy!]);
        if (!station.IsVouchedFor(fleet) || !StationSignature.IsGenuine(station.PublicKeyPem, await blobs.Get(evidence.ContentHash, cancel), evidence.Signature))
            throw new RefusedException("station-signature", $"The evidence is not signed by station {station.Name}. Refuse it and wipe the carrier again.", arguments: [station.Name]);
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
