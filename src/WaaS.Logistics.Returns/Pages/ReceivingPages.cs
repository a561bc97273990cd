using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.CloseSession;
using WaaS.Logistics.Returns.DefinePlace;
using WaaS.Logistics.Returns.NoteCarriers;
using WaaS.Logistics.Returns.OpenSession;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Overview;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Returns.RecordScan;
using WaaS.Logistics.Returns.Resources;
using WaaS.Logistics.Returns.StopDevice;
using WaaS.Logistics.Returns.TakeScan;
using WaaS.Logistics.Returns.UndoScan;

namespace WaaS.Logistics.Returns.Pages;

internal static class ReceivingPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/returns").For(Roles.Receiving, Roles.Supervisor);
        pages.MapGet("/dock", Dock);
        pages.MapGet("/receive", Start);
        pages.MapPost("/receive", Open);
        pages.MapGet("/sessions/{id:guid}", Session);
        pages.MapGet("/sessions/{id:guid}/list", async (Guid id, FindSessions find, CancellationToken cancel) => Page.Show<SessionList>(new { Session = await find.View(id, cancel) }));
        pages.MapPost("/sessions/{id:guid}/undo", Undo);
        pages.MapPost("/sessions/{id:guid}/stop", Stop);
        pages.MapGet("/sessions/{id:guid}/whose", Ask);
        pages.MapPost("/sessions/{id:guid}/whose", Answer);
        pages.MapGet("/sessions/{id:guid}/devices/{scan:guid}/carriers", async (Guid id, Guid scan, FindCarriers find, CancellationToken cancel) => Page.Show<CarriersPage>(new { Carriers = await find.Handle(id, scan, cancel) }));
        pages.MapGet("/sessions/{id:guid}/devices/{scan:guid}/carriers/list", async (Guid id, Guid scan, FindCarriers find, CancellationToken cancel) => Page.Show<CarriersList>(new { Carriers = await find.Handle(id, scan, cancel) }));
        pages.MapPost("/sessions/{id:guid}/devices/{scan:guid}/carriers", NoteSlot);
        pages.MapGet("/sessions/{id:guid}/close", async (Guid id, FindSessions find, CancellationToken cancel) => Page.Show<ClosePage>(new { Session = await find.View(id, cancel), OpId = Guid.NewGuid() }));
        pages.MapPost("/sessions/{id:guid}/close", Close);
    }

    private static async Task<IResult> Dock(string? place, DefinePlace.DefinePlace places, CancellationToken cancel)
    {
        var all = await places.All(cancel);
        return Page.Show<DockPage>(new { Place = all.FirstOrDefault(row => row.Code == place) ?? all.FirstOrDefault(row => row.Kind == Returns.Places.PlaceKind.Dock) });
    }

    private static async Task<IResult> Start(string? order, FindSessions sessions, FindOrders orders, DefinePlace.DefinePlace places, CancellationToken cancel) =>
        await sessions.Current(cancel) is { } current
            ? Page.Redirect($"/returns/sessions/{current.Id}")
            : await Offer(new SessionForm { OpId = Guid.NewGuid(), Order = order }, null, 200, orders, places, cancel);

    private static async Task<IResult> Offer(SessionForm form, FormErrors? errors, int status, FindOrders orders, DefinePlace.DefinePlace places, CancellationToken cancel) =>
        Page.Show<ReceivePage>(new
        {
            Form = form,
            Errors = errors,
            Orders = (await orders.Board(null, null, 0, cancel)).Where(row => row.State is OrderState.Announced or OrderState.Receiving).ToList(),
            Places = await places.All(cancel),
        }, status);

    private static async Task<IResult> Open([FromForm] SessionForm form, OpenSession.OpenSession open, FindOrders orders, DefinePlace.DefinePlace places, Refusals refusals, CancellationToken cancel)
    {
        try
        {
            var session = await open.Handle(new OpenSessionRequest(form.OpId, form.Order ?? "", form.Place ?? "", form.QuarantinePlace), cancel);
            return Page.Redirect($"/returns/sessions/{session.SessionId}");
        }
        catch (RefusedException e)
        {
            return await Offer(form, FormErrors.Of(e, refusals), e.Status, orders, places, cancel);
        }
    }

    // After a question: which one was answered, and as which scan.
    private static async Task<IResult> Session(Guid id, FindSessions find, ScanWords words, CancellationToken cancel, Guid? answered = null, Guid? scan = null)
    {
        var session = await find.View(id, cancel);
        return session.Session.ClosedAt is null
            ? Page.Show<SessionPage>(new { Session = session, Last = words.Last(session), Answered = scan is null ? null : answered, Photo = scan is { } recorded ? ScanWords.PhotoOf(id, recorded) : null })
            : Page.Redirect($"/returns/orders/{session.Session.Order}");
    }

    private static async Task<IResult> Undo(Guid id, [FromForm] PlainForm form, UndoScan.UndoScan undo, Texts t, CancellationToken cancel)
    {
        var undone = await undo.Handle(id, new UndoScanRequest(form.OpId), cancel);
        return Page.Redirect($"/returns/sessions/{id}", t["Scan_UndoneNotice", undone.Serial]);
    }

    private static async Task<IResult> Stop(Guid id, [FromForm] StopForm form, StopDevice.StopDevice stop, Texts t, CancellationToken cancel)
    {
        var stopped = await stop.Handle(id, null, new StopDeviceRequest(form.OpId, form.Reason ?? ""), cancel);
        return Page.Redirect($"/returns/sessions/{id}", t["Scan_StoppedNotice", stopped.Serial, stopped.Place]);
    }

    private static async Task<IResult> Ask(Guid id, Guid scan, FindQuestion find, ScanWords words, CancellationToken cancel, Guid? before = null)
    {
        var question = await find.Handle(scan, cancel);
        return Page.Show<WhosePage>(new { SessionId = id, Scan = scan, Before = before, Question = question, Last = words.Of(id, scan, question).ToAnswer() });
    }

    private static async Task<IResult> Answer(Guid id, [FromForm] WhoseForm form, RecordScan.RecordScan record, FindQuestion find, CancellationToken cancel)
    {
        var question = await find.Handle(form.Scan, cancel);
        var asked = question.Asked! with { OpId = form.OpId };
        var answer = await record.Handle(id, question.Reason == ScanReason.OtherMaker
            ? asked with { Manufacturer = string.IsNullOrWhiteSpace(form.Other) ? form.Manufacturer : form.Other }
            : asked with { Serial = string.IsNullOrWhiteSpace(form.Serial) ? throw RefusedException.Invalid("serial", "Choose the serial that stands on the device.").Worded("serial-not-chosen") : form.Serial }, cancel);
        return Page.Redirect(answer.Outcome is null ? $"/returns/sessions/{id}/whose?scan={form.OpId}&before={form.Scan}" : $"/returns/sessions/{id}?answered={form.Scan}&scan={answer.ScanId}");
    }

    private static async Task<IResult> NoteSlot(Guid id, Guid scan, [FromForm] SlotForm form, AddCarrier add, CancellationToken cancel)
    {
        await add.Handle(id, scan, form.OpId, form.What switch
        {
            "empty" => Noting.Empty,
            "unreadable" => Noting.Unreadable,
            "unknown" => Noting.CountUnknown,
            "known" => Noting.CountKnown,
            "restart" => Noting.Restart,
            _ => throw RefusedException.Invalid("what", "Choose what you see."),
        }, null, cancel);
        return Page.Redirect($"/returns/sessions/{id}/devices/{scan}/carriers");
    }

    private static async Task<IResult> Close(Guid id, [FromForm] CloseForm form, CloseSession.CloseSession close, FindSessions find, Refusals refusals, Texts t, CancellationToken cancel)
    {
        try
        {
            var closed = await close.Handle(id, new CloseSessionRequest(form.OpId, form.Pin ?? "", form.Complete == "yes"), cancel);
            return Page.Redirect($"/returns/orders/{closed.Order}", closed.OrderClosed ? t.Count("Close_OrderDone", closed.Missing.Count) : t["Close_SessionDone", closed.Session]);
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            return Page.Show<ClosePage>(new { Session = await find.View(id, cancel), form.OpId, Errors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }
}

public sealed record SessionForm
{
    public Guid OpId { get; init; }
    public string? Order { get; init; }
    public string? Place { get; init; }
    public string? QuarantinePlace { get; init; }
}

public sealed record StopForm
{
    public Guid OpId { get; init; }
    public string? Reason { get; init; }
}

public sealed record WhoseForm
{
    public Guid OpId { get; init; }
    public Guid Scan { get; init; }
    public string? Serial { get; init; }
    public string? Manufacturer { get; init; }
    public string? Other { get; init; }
}

public sealed record SlotForm
{
    public Guid OpId { get; init; }
    public string? What { get; init; }
}

public sealed record CloseForm
{
    public Guid OpId { get; init; }
    public string? Pin { get; init; }
    public string? Complete { get; init; }
}
