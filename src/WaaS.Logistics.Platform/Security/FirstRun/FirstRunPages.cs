using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Resources;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Platform.Web.Pipeline;

namespace WaaS.Logistics.Platform.Security.FirstRun;

internal static class FirstRunPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("/first-run").AllowAnonymous().LimitedByAddress();
        open.MapGet("", async (string? token, CreateFirstAdmin create) =>
            Page.Show<FirstRunPage>(new { Form = new FirstRunForm { Token = token }, IsValid = await create.IsValid(token) }));
        open.MapPost("", Create);
        open.MapPost("/api", CreateByProgram);
    }

    private static async Task<IResult> Create([FromForm] FirstRunForm form, CreateFirstAdmin create, Refusals refusals, Texts t)
    {
        try
        {
            await create.Handle(form.Token, form.Name, form.DisplayName, form.Password ?? "");
            return Page.Redirect("/", t["FirstRun_Done"]);
        }
        catch (RefusedException e)
        {
            return Page.Show<FirstRunPage>(new { Form = form with { Password = null }, IsValid = await create.IsValid(form.Token), Errors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }

    private static async Task<IResult> CreateByProgram(FirstRunRequest given, CreateFirstAdmin create) =>
        TypedResults.Ok(new FirstAdmin((await create.Handle(given.Token, given.Name, given.DisplayName, given.Password)).Id));
}

public sealed record FirstRunForm
{
    public string? Token { get; init; }
    public string? Name { get; init; }
    public string? DisplayName { get; init; }
    public string? Password { get; init; }
}

internal sealed record FirstRunRequest(string Token, string Name, string DisplayName, string Password);

internal sealed record FirstAdmin(Guid Person);
