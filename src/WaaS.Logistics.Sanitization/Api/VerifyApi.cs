using Microsoft.AspNetCore.Http.HttpResults;
using WaaS.Logistics.Platform.Web.Pipeline;
using WaaS.Logistics.Sanitization.Certificates;

namespace WaaS.Logistics.Sanitization.Api;

/// <summary>Is this certificate true? Without signing in, and not faster than a person asks.</summary>
internal static class VerifyApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/verify/api/{number}", Check).AllowAnonymous().LimitedByAddress().WithTags("Certificates");

    private static async Task<Ok<CertificateCheck>> Check(string number, CheckCertificate check, CancellationToken cancel, string? hash = null) =>
        TypedResults.Ok(await check.Handle(number, hash, cancel));
}
