using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Rentals.AgreeFollowOn;
using WaaS.Logistics.Rentals.Api;
using WaaS.Logistics.Rentals.ExtendContract;
using WaaS.Logistics.Rentals.ImportContracts;
using WaaS.Logistics.Rentals.Resources;

namespace WaaS.Logistics.Rentals.Pages;

internal static class ContractPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var see = routes.MapGroup("/contracts").For(ContractsApi.Readers);
        see.MapGet("", async (string? q, FindContracts.FindContracts find, Visit visit, CancellationToken cancel) =>
            Page.Show<ContractsPage>(new { Contracts = await find.Handle(q, 0, cancel), Query = q, MayImport = visit.HasAny(ContractsApi.Writers) }));
        see.MapGet("/{number}", Show);
        var write = routes.MapGroup("/contracts").For(ContractsApi.Writers);
        write.MapGet("/import", () => Page.Show<ImportPage>());
        write.MapPost("/import", Import).AcceptsUpTo(11);
        write.MapPost("/{number}/extension", Extend);
        write.MapPost("/{number}/follow-on", FollowOn);
    }

    private static async Task<IResult> Show(string number, FindContracts.FindContracts find, Visit visit, CancellationToken cancel) =>
        Page.Show<ContractPage>(new { Details = await find.One(ContractsApi.Number(number), cancel), Form = new ExtensionForm { OpId = Guid.NewGuid() }, MayExtend = visit.HasAny(ContractsApi.Writers) });

    private static async Task<IResult> Import([FromForm] ImportForm form, ImportContracts.ImportContracts import, Texts t, CancellationToken cancel)
    {
        try
        {
            if (form.File is not { Length: > 0 } file)
                throw ImportRefusedException.File(ImportFault.FileNotChosen);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancel);
            var result = await import.Handle(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancel);
            return Page.Redirect("/contracts", t["Import_Done", result.ContractsAdded, result.DevicesAdded, result.Unchanged]);
        }
        catch (ImportRefusedException e)
        {
            return Page.Show<ImportPage>(new { e.Errors }, StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> Extend(string number, [FromForm] ExtensionForm form, ExtendContract.ExtendContract extend, FindContracts.FindContracts find, Refusals refusals, Texts t, CancellationToken cancel)
    {
        var contract = ContractsApi.Number(number);
        try
        {
            var months = int.TryParse(form.Months, out var given) ? given : throw RefusedException.Invalid("months", "A contract is extended by 1 to 36 months.");
            var answer = await extend.Handle(contract, new ExtendContractRequest(form.OpId, months), cancel);
            return Page.Redirect($"/contracts/{Uri.EscapeDataString(contract)}", t["Contract_Extended", Display.Date(answer.EndsOn)]);
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            return Page.Show<ContractPage>(new { Details = await find.One(contract, cancel), Form = form, MayExtend = true, Errors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }

    private static async Task<IResult> FollowOn(string number, [FromForm] FollowOnForm form, AgreeFollowOn.AgreeFollowOn agree, FindContracts.FindContracts find, Refusals refusals, Texts t, CancellationToken cancel)
    {
        var contract = ContractsApi.Number(number);
        try
        {
            var answer = await agree.Handle(contract, new AgreeFollowOnRequest(form.OpId, form.FollowOnNumber ?? ""), cancel);
            return Page.Redirect($"/contracts/{Uri.EscapeDataString(contract)}", t["FollowOn_Agreed", answer.FollowOnNumber]);
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            return Page.Show<ContractPage>(new { Details = await find.One(contract, cancel), Form = new ExtensionForm { OpId = Guid.NewGuid() }, FollowOn = form, MayExtend = true, FollowOnErrors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }
}

public sealed record FollowOnForm
{
    public Guid OpId { get; init; }
    public string? FollowOnNumber { get; init; }
}

public sealed record ExtensionForm
{
    public Guid OpId { get; init; }
    public string? Months { get; init; }
}

public sealed class ImportForm
{
    public IFormFile? File { get; set; }
}
