using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Sanitization.Data;

namespace WaaS.Logistics.Sanitization.Certificates;

/// <summary>
/// Puts the PDFs of an issued certificate where people find them: <c>DATA/certificates/NUMBER-de.pdf</c>. Only after its row stands, so that no signed paper
/// lies about whose acceptance never happened.
/// </summary>
internal sealed class PlaceCertificateFiles(SanitizationDb db, BlobStore blobs, StorageOptions storage) : Consumer<CertificateIssued, SanitizationDb>(db)
{
    private const UnixFileMode OwnerAndGroup = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;

    protected override async Task Apply(CertificateIssued happened, Received received, CancellationToken cancel)
    {
        var certificate = await Db.Certificates.AsNoTracking().SingleAsync(certificate => certificate.Number == happened.CertificateNumber, cancel);
        var folder = Directory.CreateDirectory(Path.Combine(storage.DataFolder, "certificates")).FullName;
        await Place(Path.Combine(folder, $"{certificate.Number}-de.pdf"), certificate.PdfGermanHash, cancel);
        await Place(Path.Combine(folder, $"{certificate.Number}-en.pdf"), certificate.PdfEnglishHash, cancel);
    }

    private async Task Place(string path, string hash, CancellationToken cancel)
    {
        if (!File.Exists(path))
            await DurableFile.Write(path, await blobs.Get(hash, cancel), OwnerAndGroup, cancel);
    }
}
