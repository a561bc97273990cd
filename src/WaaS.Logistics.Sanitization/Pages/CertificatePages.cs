using Microsoft.AspNetCore.Mvc;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Certificates;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sanitization.ShowCertificates;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>Certificates for the people of the house: files, links, revocation.</summary>
internal static class CertificatePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/wipe/certificates").For(Who.Watches);
        pages.MapGet("", async (ReadCertificates certificates, CancellationToken cancel, string? q = null) => Page.Show<CertificatesPage>(new { Certificates = await certificates.List(q, cancel), Query = q }));
        pages.MapGet("/{number}", (string number, ReadCertificates certificates, Visit visit, CancellationToken cancel) => Show(number, certificates, visit, cancel));
        var revoke = routes.MapGroup("/wipe/certificates/{number}/revoke").For(Who.Releases);
        revoke.MapGet("", async (string number, ReadCertificates certificates, CancellationToken cancel) =>
            Page.Show<RevokePage>(new { Details = await certificates.Show(number, cancel), Form = new ActForm { OpId = Guid.NewGuid() } }));
        revoke.MapPost("", Revoke);
    }

    private static async Task<IResult> Show(string number, ReadCertificates certificates, Visit visit, CancellationToken cancel) =>
        Page.Show<CertificatePage>(new { Details = await certificates.Show(number, cancel), MayRevoke = visit.HasAny(Who.Releases) });

    private static async Task<IResult> Revoke(string number, [FromForm] ActForm form, RevokeCertificate revoke, ReadCertificates certificates, Refusals refusals, Texts t, CancellationToken cancel)
    {
        try
        {
            var revoked = await revoke.Handle(form.OpId, number, form.Reason, cancel);
            return Page.Redirect($"/wipe/certificates/{revoked.Number}", t["Done_Revoked", revoked.Number]);
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            return Page.Show<RevokePage>(new { Details = await certificates.Show(number, cancel), Form = form, Errors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }
}
