using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Certificates;
using WaaS.Logistics.Sanitization.Data;

namespace WaaS.Logistics.Sanitization.Api;

/// <summary>Certificates as files, and their revocation.</summary>
internal static class CertificatesApi
{
    private sealed record RevocationBody(Guid OpId, string Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/wipe/api/certificates").WithTags("Certificates");
        string[] reading = [Roles.WipeOperator, Roles.Verifier, Roles.Releaser, Roles.Supervisor, Roles.Auditor, Roles.Office, Roles.Admin];
        api.MapGet("/{number}", Show).For(reading);
        api.MapGet("/{number}/json", Json).For(reading);
        api.MapGet("/{number}/pdf", Pdf).For(reading);
        api.MapPost("/{number}/revocation", Revoke).For(Roles.Releaser, Roles.Supervisor);
        api.MapGet("/issuer-key", IssuerKey).AllowAnonymous().Produces<string>(StatusCodes.Status200OK, "application/x-pem-file");
    }

    private static async Task<Ok<CertificateCheck>> Show(string number, CheckCertificate check, CancellationToken cancel)
    {
        var answer = await check.Handle(number, null, cancel);
        return answer.Truth == CertificateTruth.Unknown ? throw RefusedException.NotFound("certificate", number) : TypedResults.Ok(answer);
    }

    private static async Task<FileContentHttpResult> Json(string number, SanitizationDb db, BlobStore blobs, CancellationToken cancel)
    {
        var certificate = await Find(db, number, cancel);
        return TypedResults.File(await blobs.Get(certificate.DocumentHash, cancel), "application/json", $"{certificate.Number}.json");
    }

    private static async Task<FileContentHttpResult> Pdf(string number, SanitizationDb db, BlobStore blobs, CancellationToken cancel, string lang = "de")
    {
        var certificate = await Find(db, number, cancel);
        var hash = lang switch
        {
            "de" => certificate.PdfGermanHash,
            "en" => certificate.PdfEnglishHash,
            _ => throw RefusedException.Invalid("lang", "lang is de or en."),
        };
        return TypedResults.File(await blobs.Get(hash, cancel), "application/pdf", $"{certificate.Number}-{lang}.pdf");
    }

    private static async Task<Ok<CertificateIsRevoked>> Revoke(string number, RevocationBody body, RevokeCertificate revoke, CancellationToken cancel) =>
        TypedResults.Ok(await revoke.Handle(body.OpId, number, body.Reason, cancel));

    private static ContentHttpResult IssuerKey(CertificateKeys keys) => TypedResults.Text(keys.Key.Public.Pem, "application/x-pem-file");

    private static async Task<Certificate> Find(SanitizationDb db, string number, CancellationToken cancel) =>
        await db.Certificates.AsNoTracking().SingleOrDefaultAsync(certificate => certificate.Number == number, cancel) ?? throw RefusedException.NotFound("certificate", number);
}
