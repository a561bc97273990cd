using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.AnswerChecks;
using WaaS.Logistics.Refurbishment.Api;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Refurbishment.FindDevices;
using WaaS.Logistics.Refurbishment.GradeDevice;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Refurbishment.StartInspection;

namespace WaaS.Logistics.Refurbishment.Pages;

/// <summary>The queue, and the bench of one device.</summary>
internal static class BenchPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var see = routes.MapGroup("/refurb").For(Who.Watches);
        see.MapGet("", async (FindDevices.FindDevices find, string? show, string? q, CancellationToken cancel) => Page.Show<QueuePage>(new { Queue = await Queue(find, show, q, cancel) }));
        see.MapGet("/live", async (FindDevices.FindDevices find, string? show, string? q, CancellationToken cancel) => Page.Show<QueueLive>(new { Queue = await Queue(find, show, q, cancel) }));
        see.MapGet("/devices/{id:guid}", (Guid id, Bench bench, CancellationToken cancel) => bench.Show(id, null, null, StatusCodes.Status200OK, cancel));
        see.MapGet("/devices/{id:guid}/live", (Guid id, Bench bench, CancellationToken cancel) => bench.Live(id, cancel));
        var work = routes.MapGroup("/refurb/devices/{id:guid}").For(Who.Works);
        work.MapPost("/inspection", Start);
        work.MapGet("/checks/{check}", Ask);
        work.MapPost("/checks", Answer);
        work.MapPost("/grade", Grade);
    }

    private static async Task<QueueView> Queue(FindDevices.FindDevices find, string? show, string? q, CancellationToken cancel)
    {
        // Who looks for something by name means it in whatever state it is.
        var filter = Enum.TryParse<QueueFilter>(show, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : string.IsNullOrWhiteSpace(q) ? QueueFilter.Open : QueueFilter.All;
        return new QueueView(filter, q, await find.List(QueueView.States(filter), q, 0, cancel), await find.Counts(cancel));
    }

    private static Task<IResult> Start(Guid id, [FromForm] PlainForm form, StartInspection.StartInspection start, Bench bench, CancellationToken cancel) =>
        bench.Do(id, null, () => start.Handle(id, new StartInspectionRequest(form.OpId), cancel), cancel);

    private static async Task<IResult> Ask(Guid id, string check, FindDevices.FindDevices find, CancellationToken cancel)
    {
        var (point, view) = (Read<CheckPoint>(check, "check"), await find.Show(id, cancel));
        var known = view.Checks.Single(row => row.Check == point);
        var offered = known.Answer ?? (point == CheckPoint.NoCarrierLeft ? CheckAnswer.Ok : CheckAnswer.Fault);
        return Page.Show<CheckPage>(new { View = view, Check = point, Form = new CheckForm { OpId = Guid.NewGuid(), Answer = offered.ToString(), Note = known.Note } });
    }

    private static async Task<IResult> Answer(Guid id, [FromForm] CheckForm form, AnswerChecks.AnswerChecks answer, Bench bench, RefurbishmentDb db, FindDevices.FindDevices find, Refusals refusals, CancellationToken cancel)
    {
        var given = new GivenAnswer(Read<CheckPoint>(form.Check, "check"), Read<CheckAnswer>(form.Answer, "answer"), form.Note);
        Task<AnswerChecksAnswer> Save() => answer.Handle(id, new AnswerChecksRequest(form.OpId, [given], OnlyOpen: form.Asked is null), cancel);
        if (form.Asked is null)
            return await bench.Do(id, null, Save, cancel);
        try
        {
            await Save();
            return Page.Redirect($"/refurb/devices/{id}");
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            db.ChangeTracker.Clear();
            return Page.Show<CheckPage>(new { View = await find.Show(id, cancel), given.Check, Form = form, Errors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }

    private static Task<IResult> Grade(Guid id, [FromForm] GradeForm form, GradeDevice.GradeDevice grade, Bench bench, CancellationToken cancel) =>
        bench.Do(id, form.SealNumber, () => grade.Handle(id, new GradeDeviceRequest(form.OpId, Read<Grade>(form.Grade, "grade"), form.SealNumber), cancel), cancel);

    private static T Read<T>(string? word, string field) where T : struct, Enum =>
        Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : throw new RefusedException("word-unknown", $"'{word}' is no {field}.", StatusCodes.Status400BadRequest, field, word ?? "");
}
