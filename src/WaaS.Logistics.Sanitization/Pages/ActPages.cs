using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.ConfirmNoCarrier;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.DestroyCarrier;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Policies;
using WaaS.Logistics.Sanitization.RecordSlots;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>What needs words or a scan has a page with one field in focus, so that a scanner alone is enough.</summary>
internal static class ActPages
{
    private const int ProofMegabytes = 25;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var handle = routes.MapGroup("/wipe/orders/{id:guid}").For(Who.Handles);
        handle.MapGet("/slots", (Guid id, ActScreen screen, CancellationToken cancel) => screen.Show(ActKind.Slots, id, null, new ActForm { OpId = Guid.NewGuid() }, cancel));
        handle.MapPost("/slots", (Guid id, [FromForm] ActForm form, SlotRecords records, ActScreen screen, Texts t, CancellationToken cancel) => screen.Do(ActKind.Slots, id, null, form, async () =>
            (await records.RecordAll(form.OpId, id, Account(form.Slots), cancel)).Settled ? t["Done_SlotsSettled"] : t["Done_SlotsFirst"], cancel));
        handle.MapGet("/slots/{slotId:guid}/carrier", (Guid id, Guid slotId, string? serial, ActScreen screen, CancellationToken cancel) =>
            screen.Show(ActKind.Carrier, id, slotId, new ActForm { OpId = Guid.NewGuid(), CarrierSerial = serial }, cancel));
        handle.MapPost("/slots/{slotId:guid}/carrier", (Guid id, Guid slotId, [FromForm] ActForm form, SlotRecords records, ActScreen screen, Texts t, CancellationToken cancel) => screen.Do(ActKind.Carrier, id, slotId, form, async () =>
        {
            await records.NameCarrier(form.OpId, id, slotId, form.CarrierSerial?.Trim(), cancel);
            return t["Done_CarrierNamed", form.CarrierSerial?.Trim()];
        }, cancel));
        handle.MapGet("/empty", (Guid id, ActScreen screen, CancellationToken cancel) => screen.Show(ActKind.Empty, id, null, new ActForm { OpId = Guid.NewGuid() }, cancel));
        handle.MapPost("/empty", (Guid id, [FromForm] ActForm form, NoCarrierRecords records, ActScreen screen, Texts t, CancellationToken cancel) =>
            screen.Do(ActKind.Empty, id, null, form, async () => t["Done_EmptySeen", (await records.First(form.OpId, id, null, form.Note, cancel)).Number], cancel));
        handle.MapGet("/slots/{slotId:guid}/empty", (Guid id, Guid slotId, ActScreen screen, CancellationToken cancel) => screen.Show(ActKind.Empty, id, slotId, new ActForm { OpId = Guid.NewGuid() }, cancel));
        handle.MapPost("/slots/{slotId:guid}/empty", (Guid id, Guid slotId, [FromForm] ActForm form, NoCarrierRecords records, ActScreen screen, Texts t, CancellationToken cancel) =>
            screen.Do(ActKind.Empty, id, slotId, form, async () => t["Done_EmptySeen", (await records.First(form.OpId, id, slotId, form.Note, cancel)).Number], cancel));
        MapDecisions(routes);
        MapDestruction(routes);
    }

    private static void MapDecisions(IEndpointRouteBuilder routes)
    {
        var verify = routes.MapGroup("/wipe/orders/{id:guid}/slots/{slotId:guid}/again").For(Who.Verifies);
        verify.MapGet("", (Guid id, Guid slotId, ActScreen screen, CancellationToken cancel) => screen.Show(ActKind.Again, id, slotId, new ActForm { OpId = Guid.NewGuid() }, cancel));
        verify.MapPost("", (Guid id, Guid slotId, [FromForm] ActForm form, SlotRecords records, ActScreen screen, Texts t, CancellationToken cancel) => screen.Do(ActKind.Again, id, slotId, form, async () =>
        {
            await records.AllowAnotherWipe(form.OpId, id, slotId, form.Reason, cancel);
            return t["Done_Again"];
        }, cancel));
        var hold = routes.MapGroup("/wipe/orders/{id:guid}/hold").For(Who.PlacesHolds);
        hold.MapGet("", (Guid id, ActScreen screen, CancellationToken cancel) => screen.Show(ActKind.Hold, id, null, new ActForm { OpId = Guid.NewGuid() }, cancel));
        hold.MapPost("", (Guid id, [FromForm] ActForm form, PlaceHold place, SanitizationDb db, ActScreen screen, Texts t, CancellationToken cancel) => screen.Do(ActKind.Hold, id, null, form, async () =>
        {
            var device = await db.Orders.Where(order => order.Id == id).Select(order => order.DeviceId).SingleAsync(cancel);
            await place.Handle(form.OpId, device, KindOf(form.Kind), form.Reason, DateOf(form.EndsOn), cancel);
            return t["Done_HoldPlaced"];
        }, cancel));
        var lift = routes.MapGroup("/wipe/holds/{holdId:guid}/lift").For(Who.LiftsHolds);
        lift.MapGet("", (Guid holdId, ActScreen screen, CancellationToken cancel) => screen.ShowHold(holdId, new ActForm { OpId = Guid.NewGuid() }, cancel));
        lift.MapPost("", (Guid holdId, [FromForm] ActForm form, LiftHold lifting, ActScreen screen, Texts t, CancellationToken cancel) => screen.DoOnHold(holdId, form, async () =>
        {
            await lifting.Handle(form.OpId, holdId, form.Reason, cancel);
            return t["Done_HoldLifted"];
        }, cancel));
    }

    private static void MapDestruction(IEndpointRouteBuilder routes)
    {
        var destroy = routes.MapGroup("/wipe/orders/{id:guid}/slots/{slotId:guid}/destruction").For(Who.Destroys);
        destroy.MapGet("", (Guid id, Guid slotId, ActScreen screen, CancellationToken cancel) => screen.Show(ActKind.Destruction, id, slotId, new ActForm { OpId = Guid.NewGuid() }, cancel));
        destroy.MapPost("", (Guid id, Guid slotId, [FromForm] ActForm form, DestructionRecords records, BlobStore blobs, ActScreen screen, Texts t, CancellationToken cancel) =>
            screen.Do(ActKind.Destruction, id, slotId, form, async () =>
            {
                var facts = new DestructionFacts(form.Level ?? "", form.Machine?.Trim() ?? "", form.Place?.Trim() ?? "", await Keep(form.Proof, blobs, cancel), form.Reason?.Trim() ?? "");
                return t["Done_DestructionRecorded", (await records.Record(form.OpId, id, slotId, facts, cancel)).Number];
            }, cancel)).AcceptsUpTo(ProofMegabytes);
    }

    private static async Task<string> Keep(IFormFile? proof, BlobStore blobs, CancellationToken cancel)
    {
        if (proof is not { Length: > 0 })
            throw RefusedException.Invalid("proof", "Choose the photo or video that shows the destroyed carrier.");
        using var content = new MemoryStream((int)proof.Length);
        await proof.CopyToAsync(content, cancel);
        return await blobs.Put(content.ToArray(), cancel);
    }

    // One slot a line: its name, and after a semicolon or tab the carrier's serial.
    private static List<CarrierSlot> Account(string? text)
    {
        var lines = (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0)
            throw RefusedException.Invalid("slots", "Write one slot a line. For a device without any slot, record that it has no carrier.");
        return [.. lines.Select(line => line.Split([';', '\t'], 2, StringSplitOptions.TrimEntries)).Select(parts => new CarrierSlot(parts[0], parts.Length == 2 && parts[1].Length > 0 ? parts[1] : null))];
    }

    private static HoldKind KindOf(string? kind) =>
        Enum.TryParse<HoldKind>(kind, out var known) && Enum.IsDefined(known) ? known : throw RefusedException.Invalid("kind", "Choose the kind of the hold.");

    private static DateOnly? DateOf(string? date) =>
        string.IsNullOrWhiteSpace(date) ? null
        : DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw RefusedException.Invalid("endsOn", "The last day is written year-month-day.");
}

/// <summary>Shows one such page, does what it is for, and shows it again with what was wrong.</summary>
internal sealed class ActScreen(OrderReader reader, SanitizationDb db, PolicyBook policies, Refusals refusals)
{
    public async Task<IResult> Show(ActKind kind, Guid orderId, Guid? slotId, ActForm form, CancellationToken cancel) =>
        Page.Show<ActPage>(new { View = await View(kind, orderId, slotId, null, cancel), Form = await Prefill(kind, orderId, form, cancel) });

    public async Task<IResult> ShowHold(Guid holdId, ActForm form, CancellationToken cancel)
    {
        var (hold, order) = await Hold(holdId, cancel);
        return Page.Show<ActPage>(new { View = await View(ActKind.Lift, order, null, hold, cancel), Form = form });
    }

    public Task<IResult> Do(ActKind kind, Guid orderId, Guid? slotId, ActForm form, Func<Task<string>> act, CancellationToken cancel) =>
        Do(form, orderId, act, () => View(kind, orderId, slotId, null, cancel));

    public async Task<IResult> DoOnHold(Guid holdId, ActForm form, Func<Task<string>> act, CancellationToken cancel)
    {
        var (_, order) = await Hold(holdId, cancel);
        return await Do(form, order, act, async () => await View(ActKind.Lift, order, null, (await Hold(holdId, cancel)).Hold, cancel));
    }

    private async Task<IResult> Do(ActForm form, Guid orderId, Func<Task<string>> act, Func<Task<ActView>> again)
    {
        try
        {
            return Page.Redirect($"/wipe/orders/{orderId}", await act());
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            db.ChangeTracker.Clear();
            return Page.Show<ActPage>(new { View = await again(), Form = form, Errors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }

    private async Task<ActView> View(ActKind kind, Guid orderId, Guid? slotId, HoldView? hold, CancellationToken cancel)
    {
        var order = await reader.Show(orderId, cancel);
        var slot = slotId is null ? null : order.Slots.SingleOrDefault(slot => slot.Id == slotId) ?? throw RefusedException.NotFound("slot", slotId.Value.ToString());
        var back = $"/wipe/orders/{orderId}";
        var action = kind switch
        {
            ActKind.Lift => $"/wipe/holds/{hold!.Id}/lift",
            ActKind.Hold => $"{back}/hold",
            ActKind.Slots => $"{back}/slots",
            ActKind.Empty when slot is null => $"{back}/empty",
            _ => $"{back}/slots/{slotId}/{kind.ToString().ToLowerInvariant()}",
        };
        return new ActView(kind, action, back, order.Order, slot, hold) { Levels = kind == ActKind.Destruction ? Levels(order.Order.ProtectionNeed) : [] };
    }

    private List<string> Levels(string need) =>
        [.. policies.DestructionLevels(policies.InForce(db.Now), need).SelectMany(least => Enumerable.Range(least[2] - '0', '7' - least[2] + 1).Select(level => $"{least[0]}-{level}"))];

    private async Task<ActForm> Prefill(ActKind kind, Guid orderId, ActForm form, CancellationToken cancel)
    {
        if (kind != ActKind.Slots)
            return form;
        var slots = (await reader.Show(orderId, cancel)).Slots;
        return form with { Slots = string.Join('\n', slots.Select(slot => $"{slot.Name}; {slot.CarrierSerial}")) };
    }

    private async Task<(HoldView Hold, Guid Order)> Hold(Guid holdId, CancellationToken cancel)
    {
        var hold = await db.Holds.AsNoTracking().SingleOrDefaultAsync(hold => hold.Id == holdId, cancel) ?? throw RefusedException.NotFound("hold", holdId.ToString());
        var order = await db.Orders.Where(order => order.DeviceId == hold.DeviceId).OrderByDescending(order => order.Cycle).Select(order => (Guid?)order.Id).FirstOrDefaultAsync(cancel);
        return (Views.Hold(hold, db.Now), order ?? throw RefusedException.NotFound("wipe order", hold.DeviceId.ToString()));
    }
}
