using Microsoft.AspNetCore.Mvc;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Platform.Web.Pipeline;
using WaaS.Logistics.Sanitization.Certificates;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>Is this certificate true? For anybody who holds one, without signing in.</summary>
internal static class VerifyPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/verify").AllowAnonymous().LimitedByAddress();
        pages.MapGet("", (string? number) => string.IsNullOrWhiteSpace(number) ? Page.Show<VerifyPage>() : Page.Redirect($"/verify/{Uri.EscapeDataString(number.Trim())}"));
        pages.MapGet("/{number}", async (string number, CheckCertificate check, CancellationToken cancel) => Page.Show<VerifyPage>(new { Check = await check.Handle(number, null, cancel) }));
        pages.MapPost("", Compare).AcceptsUpTo(CheckFile.MaxMegabytes);
    }

    private static async Task<IResult> Compare([FromForm] VerifyForm form, CheckFile check, Refusals refusals, CancellationToken cancel)
    {
        try
        {
            if (form.File is not { Length: > 0 } file)
                throw RefusedException.Invalid("file", "Choose the certificate's file: the PDF or the JSON as you received it.");
            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content, cancel);
            return Page.Show<VerifyPage>(new { Check = await check.Handle(form.Number, content.GetBuffer().AsMemory(0, (int)content.Length), cancel), OfFile = true });
        }
        catch (RefusedException e)
        {
            return Page.Show<VerifyPage>(new { Errors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }
}

public sealed record VerifyForm
{
    public string? Number { get; init; }
    public IFormFile? File { get; init; }
}
