using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Resources;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.People;

internal static class PeoplePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/admin/people").For(Roles.Admin);
        pages.MapGet("", async (PlatformDb db) => Page.Show<PeoplePage>(new { People = await PersonView.All(db) }));
        pages.MapGet("/new", () => Page.Show<NewPersonPage>(new { Form = new PersonForm() }));
        pages.MapPost("/new", Create);
        pages.MapGet("/{id:guid}", async (Guid id, PlatformDb db) => await Show(db, id));
        pages.MapPost("/{id:guid}", Describe);
        pages.MapPost("/{id:guid}/badge", GiveBadge);
        pages.MapPost("/{id:guid}/badge/take", TakeBadge);
        pages.MapPost("/{id:guid}/badge/label", PrintBadge);
        pages.MapPost("/{id:guid}/lock", Lock);
        pages.MapPost("/{id:guid}/unlock", Unlock);
        pages.MapPost("/{id:guid}/link", MakeLink);
        var api = routes.MapGroup("/admin/api").For(Roles.Admin).WithTags("People");
        api.MapPost("/people", CreateByProgram);
        api.MapPut("/people/{id:guid}/badge", GiveBadgeByProgram);
        api.MapPost("/people/{id:guid}/badge/label", PrintBadgeByProgram);
    }

    private static async Task<IResult> Create([FromForm] PersonForm form, NewPerson create, Refusals refusals, Texts t)
    {
        try
        {
            var person = await create.Handle(form.Name, form.DisplayName, string.IsNullOrEmpty(form.Password) ? null : form.Password, form.Roles ?? []);
            return Page.Redirect($"/admin/people/{person.Id}", t["Person_Created", person.DisplayName]);
        }
        catch (RefusedException e)
        {
            return Page.Show<NewPersonPage>(new { Form = form with { Password = null }, Errors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }

    private static async Task<Ok<CreatedPerson>> CreateByProgram(PersonRequest given, NewPerson create) =>
        TypedResults.Ok(new CreatedPerson((await create.Handle(given.Name, given.DisplayName, given.Password, given.Roles)).Id));

    private static Task<IResult> Describe(Guid id, [FromForm] PersonForm form, ChangePerson change, PlatformDb db, Refusals refusals, Texts t) =>
        Change(db, id, refusals, () => change.Describe(id, form.DisplayName, form.Roles ?? []), t["Saved"]);

    private static async Task<IResult> GiveBadge(Guid id, [FromForm] BadgeForm form, ChangeSecrets secrets, PlatformDb db, Refusals refusals)
    {
        try
        {
            // Shown on this answer only: the code is nowhere kept.
            return await Show(db, id, badge: await secrets.GiveBadge(id, form.Badge, form.Pin));
        }
        catch (RefusedException e)
        {
            return await Show(db, id, FormErrors.Of(e, refusals), status: e.Status);
        }
    }

    private static async Task<Ok<GivenBadge>> GiveBadgeByProgram(Guid id, BadgeRequest given, ChangeSecrets secrets) =>
        TypedResults.Ok(new GivenBadge(await secrets.GiveBadge(id, given.Badge, given.Pin)));

    private static async Task<IResult> PrintBadge(Guid id, [FromForm] BadgeLabelForm form, [AsParameters] PrintQuery query, BadgeLabels labels, PlatformDb db, Refusals refusals)
    {
        try
        {
            return File(await labels.Handle(id, form.Code, query));
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            return await Show(db, id, new FormErrors().Add(null, refusals.Say(e)), status: e.Status);
        }
    }

    private static async Task<FileContentHttpResult> PrintBadgeByProgram(Guid id, BadgeLabelRequest given, [AsParameters] PrintQuery query, BadgeLabels labels) => File(await labels.Handle(id, given.Badge, query));

    private static FileContentHttpResult File(PrintedFile file) => TypedResults.File(file.Content, file.ContentType, file.Name);

    private static Task<IResult> TakeBadge(Guid id, ChangeSecrets secrets, PlatformDb db, Refusals refusals, Texts t) =>
        Change(db, id, refusals, () => secrets.TakeBadge(id), t["Saved"]);

    private static Task<IResult> Lock(Guid id, ChangePerson change, PlatformDb db, Refusals refusals, Texts t) =>
        Change(db, id, refusals, () => change.Lock(id), t["Person_LockedNow"]);

    private static Task<IResult> Unlock(Guid id, ChangePerson change, PlatformDb db, Refusals refusals, Texts t) =>
        Change(db, id, refusals, () => change.Unlock(id), t["Saved"]);

    private static async Task<IResult> MakeLink(Guid id, ChangeSecrets secrets, PlatformDb db, PublicAddress address, HttpContext http) =>
        await Show(db, id, link: address.Of(http) + await secrets.ResetLink(id));

    private static async Task<IResult> Change(PlatformDb db, Guid id, Refusals refusals, Func<Task> change, string notice)
    {
        try
        {
            await change();
            return Page.Redirect($"/admin/people/{id}", notice);
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            db.ChangeTracker.Clear();
            return await Show(db, id, FormErrors.Of(e, refusals), status: e.Status);
        }
    }

    private static async Task<IResult> Show(PlatformDb db, Guid id, FormErrors? errors = null, string? badge = null, string? link = null, int status = StatusCodes.Status200OK) =>
        Page.Show<PersonPage>(new { Person = await PersonView.One(db, id), Errors = errors, Badge = badge, Link = link }, status);
}

public sealed record PersonForm
{
    public string? Name { get; init; }
    public string? DisplayName { get; init; }
    public string? Password { get; init; }
    public string[]? Roles { get; init; }
}

public sealed record BadgeForm
{
    public string? Badge { get; init; }
    public string? Pin { get; init; }
}

public sealed record BadgeLabelForm
{
    public string? Code { get; init; }
}

internal sealed record BadgeLabelRequest(string? Badge);

internal sealed record PersonRequest(string Name, string DisplayName, string? Password, string[] Roles);

internal sealed record BadgeRequest(string? Badge, string Pin);

internal sealed record CreatedPerson(Guid Id);

internal sealed record GivenBadge(string Badge);
