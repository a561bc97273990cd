using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Rentals.AgreeFollowOn;
using WaaS.Logistics.Rentals.ExtendContract;
using WaaS.Logistics.Rentals.FindContracts;
using WaaS.Logistics.Rentals.ImportContracts;
using WaaS.Logistics.Rentals.Resources;

namespace WaaS.Logistics.Rentals.Api;

internal static class ContractsApi
{
    public static readonly string[] Readers = [Roles.Office, Roles.Supervisor, Roles.Receiving, Roles.Auditor, Roles.Admin];
    public static readonly string[] Writers = [Roles.Office, Roles.Supervisor];

    /// <summary>A slash inside a number stays escaped in a path.</summary>
    public static string Number(string routed) => routed.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/contracts/api").WithTags("Contracts");
        api.MapGet("/contracts", Find).For(Readers);
        api.MapGet("/contracts/{number}", Get).For(Readers);
        api.MapPost("/imports", Import).For(Writers)
            .Accepts<string>("text/csv").AcceptsUpTo(11)
            .Produces<ImportRefusal>(StatusCodes.Status400BadRequest, "application/problem+json");
        api.MapPost("/contracts/{number}/extensions", Extend).For(Writers);
        api.MapPost("/contracts/{number}/follow-on", FollowOn).For(Writers);
    }

    private static async Task<Ok<IReadOnlyList<ContractRow>>> Find(string? q, int? skip, FindContracts.FindContracts find, CancellationToken cancel) =>
        TypedResults.Ok(await find.Handle(q, Paging.Skip(skip), cancel));

    private static async Task<Ok<ContractDetails>> Get(string number, FindContracts.FindContracts find, CancellationToken cancel) =>
        TypedResults.Ok(await find.One(Number(number), cancel));

    private static async Task<Results<Ok<ImportResult>, ProblemHttpResult>> Import(HttpRequest request, ImportContracts.ImportContracts import, Texts t, CancellationToken cancel)
    {
        using var file = new MemoryStream();
        await request.Body.CopyToAsync(file, cancel);
        try
        {
            return TypedResults.Ok(await import.Handle(file.GetBuffer().AsMemory(0, (int)file.Length), cancel));
        }
        catch (ImportRefusedException refused)
        {
            var errors = refused.Errors.Select(error => new ImportErrorAnswer(error.Line, error.Column, error.Rule, error.InWords(t))).ToList();
            return TypedResults.Problem(t.Count("Import_Refused", errors.Count), statusCode: StatusCodes.Status400BadRequest, title: t["Import_NotDone"], type: "urn:waas:rule:import-errors",
                extensions: new Dictionary<string, object?> { ["rule"] = "import-errors", ["errors"] = errors });
        }
    }

    private static async Task<Ok<ExtendContractAnswer>> Extend(string number, ExtendContractRequest body, ExtendContract.ExtendContract extend, CancellationToken cancel) =>
        TypedResults.Ok(await extend.Handle(Number(number), body, cancel));

    private static async Task<Ok<AgreeFollowOnAnswer>> FollowOn(string number, AgreeFollowOnRequest body, AgreeFollowOn.AgreeFollowOn agree, CancellationToken cancel) =>
        TypedResults.Ok(await agree.Handle(Number(number), body, cancel));
}

/// <param name="Rule">Stable, kebab case: what is wrong.</param>
/// <param name="Message">The same in the reader's language.</param>
internal sealed record ImportErrorAnswer(int Line, string? Column, string Rule, string Message);

/// <summary>Problem details with everything that is wrong with the file.</summary>
internal sealed record ImportRefusal(string Type, string Title, int Status, string Detail, string Rule, IReadOnlyList<ImportErrorAnswer> Errors);
