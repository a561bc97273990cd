using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Resources;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Platform.Web.Pipeline;

namespace WaaS.Logistics.Platform.Security.SignIn;

internal static class SignInPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("").AllowAnonymous().LimitedByAddress();
        open.MapGet("/login", (string? back) => Page.Show<LoginPage>(new { Form = new LoginForm { Back = back } }));
        open.MapPost("/login", Login);
        open.MapPost("/login/api/password", ByPassword).WithTags("Sign-in");
        open.MapPost("/login/api/badge", ByBadge).WithTags("Sign-in");
        open.MapPost("/logout", Logout);
    }

    private static async Task<IResult> Login([FromForm] LoginForm form, SignInPerson signIn, Refusals refusals)
    {
        try
        {
            if (!string.IsNullOrWhiteSpace(form.Badge))
                await signIn.ByBadge(form.Badge, form.Pin ?? "");
            else
                await signIn.ByPassword(form.Name ?? "", form.Password ?? "");
            return Page.Redirect(Page.IsLocal(form.Back) ? form.Back! : "/");
        }
        catch (RefusedException e)
        {
            return Page.Show<LoginPage>(new { Form = form with { Password = null, Pin = null }, Errors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }

    private static async Task<Ok<SignedIn>> ByPassword(PasswordSignIn given, SignInPerson signIn) => Answer(await signIn.ByPassword(given.Name, given.Password));

    private static async Task<Ok<SignedIn>> ByBadge(BadgeSignIn given, SignInPerson signIn) => Answer(await signIn.ByBadge(given.Badge, given.Pin));

    private static Ok<SignedIn> Answer(AppUser person) => TypedResults.Ok(new SignedIn(person.Id, person.DisplayName));

    private static async Task<IResult> Logout(HttpContext http, Sessions sessions, Texts t)
    {
        await sessions.End(http.User);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Page.Redirect("/login", t["Logout_Done"]);
    }
}

public sealed record LoginForm
{
    public string? Name { get; init; }
    public string? Password { get; init; }
    public string? Badge { get; init; }
    public string? Pin { get; init; }
    public string? Back { get; init; }
}

internal sealed record PasswordSignIn(string Name, string Password);

internal sealed record BadgeSignIn(string Badge, string Pin);

internal sealed record SignedIn(Guid Person, string Name);
