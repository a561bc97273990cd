using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Resources;
using WaaS.Logistics.Platform.Security.SignIn;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Platform.Web.Pipeline;

namespace WaaS.Logistics.Platform.Security.People;

/// <summary>What everybody can do for themselves: language and password.</summary>
internal static class AccountPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/account").For([.. Roles.All]);
        own.MapGet("", () => Page.Show<AccountPage>());
        own.MapPost("/password", ChangePassword);
        routes.MapPost("/account/language", ChooseLanguage).AllowAnonymous();
        var open = routes.MapGroup("/reset").AllowAnonymous().LimitedByAddress();
        open.MapGet("", async (Guid person, string token, ChangeSecrets secrets) =>
            Page.Show<ResetPage>(new { Form = new ResetForm { Person = person, Token = token }, IsValid = await secrets.IsValid(person, token) }));
        open.MapPost("", Reset);
    }

    private static async Task<IResult> ChangePassword([FromForm] PasswordForm form, ChangeSecrets secrets, SignInPerson signIn, Visit visit, Refusals refusals, Texts t)
    {
        try
        {
            var person = await secrets.ChangePassword(visit.PersonId!.Value, form.Current, form.Password);
            await signIn.SignIn(person, PersonClaims.ByPassword);
            return Page.Redirect("/account", t["Account_PasswordChanged"]);
        }
        catch (RefusedException e)
        {
            return Page.Show<AccountPage>(new { Errors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }

    private static async Task<IResult> ChooseLanguage([FromForm] LanguageForm form, HttpContext http, Visit visit, PlatformDb db)
    {
        if (!Languages.IsKnown(form.Language))
            throw RefusedException.Invalid("language", "The languages are de and en.");
        Languages.Remember(http, form.Language!);
        if (visit.PersonId is { } id)
        {
            (await ChangePerson.Load(db, id)).Language = form.Language;
            await db.SaveChangesAsync();
        }
        return Page.Redirect(Page.IsLocal(form.Back) ? form.Back! : "/");
    }

    private static async Task<IResult> Reset([FromForm] ResetForm form, ChangeSecrets secrets, Refusals refusals, Texts t)
    {
        try
        {
            await secrets.SetPassword(form.Person, form.Token, form.Password);
            return Page.Redirect("/login", t["Reset_Done"]);
        }
        catch (RefusedException e)
        {
            return Page.Show<ResetPage>(new { Form = form with { Password = null }, IsValid = await secrets.IsValid(form.Person, form.Token), Errors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }
}

public sealed record PasswordForm
{
    public string? Current { get; init; }
    public string? Password { get; init; }
}

public sealed record LanguageForm
{
    public string? Language { get; init; }
    public string? Back { get; init; }
}

public sealed record ResetForm
{
    public Guid Person { get; init; }
    public string? Token { get; init; }
    public string? Password { get; init; }
}
