using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Certificates;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Stations;
using SignedFile = WaaS.Logistics.Proof.Certificates.Certificate;

namespace WaaS.Logistics.Sanitization.Certificates;

public enum CertificateTruth
{
    True,
    Revoked,
    Unknown,

    /// <summary>Our own copy is damaged or the hash is another file's: nothing may be said for it.</summary>
    Broken,
}

/// <summary>The answer to "is this certificate true?", with no more about device and customer than the paper in the asker's hand says already.</summary>
public sealed record CertificateCheck(CertificateTruth Truth, string Number, DateTime? IssuedAt, string? CarrierSerial, string? DeviceSerial, string? DocumentHash, string? KeyId, DateTime? RevokedAt, string? Reason);

/// <summary>Anybody may ask. The answer comes from the signed file itself, checked each time, and from the list of revocations.</summary>
internal sealed class CheckCertificate(SanitizationDb db, BlobStore blobs, CertificateKeys keys)
{
    public async Task<CertificateCheck> Handle(string number, string? hash, CancellationToken cancel)
    {
        var asked = number.Trim().ToUpperInvariant();
        var certificate = RecordNumber.IsWellFormed(asked) ? await db.Certificates.AsNoTracking().SingleOrDefaultAsync(certificate => certificate.Number == asked, cancel) : null;
        if (certificate is null)
            return new CertificateCheck(CertificateTruth.Unknown, asked, null, null, null, null, null, null, null);
        var revocation = await db.Revocations.AsNoTracking().SingleOrDefaultAsync(revocation => revocation.CertificateId == certificate.Id, cancel);
        var truth = await IsIntact(certificate, hash, cancel) switch
        {
            false => CertificateTruth.Broken,
            true when revocation is not null => CertificateTruth.Revoked,
            true => CertificateTruth.True,
        };
        return new CertificateCheck(truth, certificate.Number, certificate.IssuedAt, certificate.CarrierSerial, certificate.DeviceSerial, certificate.DocumentHash, certificate.KeyId, revocation?.RevokedAt, revocation?.Reason);
    }

    private async Task<bool> IsIntact(Certificate certificate, string? hash, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(hash) && !IsOneOf(hash.Trim().ToLowerInvariant(), certificate))
            return false;
        try
        {
            var file = await blobs.Get(certificate.DocumentHash, cancel);
            return SignedFile.Verify(file, [keys.Key.Public], []).State == CertificateState.True
                && SignedFile.Read(file).Certificate is var paper && paper.Number == certificate.Number && await IsTheStations(certificate, paper, cancel);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    // The issuer's signature says what we wrote; the station's says that it is what was done at the bench.
    private async Task<bool> IsTheStations(Certificate certificate, CertificateDocument paper, CancellationToken cancel)
    {
        var evidence = await db.Evidence.AsNoTracking().SingleAsync(evidence => evidence.Id == certificate.EvidenceId, cancel);
        var station = await db.Stations.AsNoTracking().SingleAsync(station => station.Id == evidence.StationId, cancel);
        var fleet = station.FleetKeyId is null ? null : await db.FleetKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Id == station.FleetKeyId, cancel);
        return station.IsVouchedFor(fleet) && paper.EvidenceHash.ToString() == evidence.ContentHash && paper.EvidenceSignature == evidence.Signature && paper.Station.KeyId.ToString() == station.KeyId
            && StationSignature.IsGenuine(station.PublicKeyPem, await blobs.Get(evidence.ContentHash, cancel), evidence.Signature);
    }

    private static bool IsOneOf(string hash, Certificate certificate) =>
        ContentHash.TryParse(hash, out _) && (hash == certificate.DocumentHash || hash == certificate.PdfGermanHash || hash == certificate.PdfEnglishHash);
}
