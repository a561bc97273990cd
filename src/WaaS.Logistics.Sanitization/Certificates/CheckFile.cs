using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Certificates;
using WaaS.Logistics.Sanitization.Data;
using SignedFile = WaaS.Logistics.Proof.Certificates.Certificate;

namespace WaaS.Logistics.Sanitization.Certificates;

/// <summary>Is this very file the certificate it says it is? Only the bytes that were issued are; a copy with one letter changed is not.</summary>
internal sealed class CheckFile(SanitizationDb db, CheckCertificate check)
{
    public const int MaxMegabytes = 16;

    /// <param name="number">As the asker typed it; the file must then be that certificate's.</param>
    public async Task<CertificateCheck> Handle(string? number, ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        var hash = ContentHash.Of(file.Span).ToString();
        var asked = string.IsNullOrWhiteSpace(number) ? null : number.Trim();
        asked ??= await db.Certificates.Where(row => row.DocumentHash == hash || row.PdfGermanHash == hash || row.PdfEnglishHash == hash).Select(row => row.Number).FirstOrDefaultAsync(cancel) ?? NumberIn(file);
        return asked is null
            ? new CertificateCheck(CertificateTruth.Unknown, "", null, null, null, hash, null, null, null)
            : await check.Handle(asked, hash, cancel);
    }

    private static string? NumberIn(ReadOnlyMemory<byte> file)
    {
        try
        {
            return SignedFile.Read(file).Certificate.Number;
        }
        catch (CertificateFormatException)
        {
            return null;
        }
    }
}
