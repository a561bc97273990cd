using Microsoft.AspNetCore.Http.HttpResults;
using WaaS.Logistics.Labels;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.ConfirmNoCarrier;
using WaaS.Logistics.Sanitization.DecideOnEvidence;
using WaaS.Logistics.Sanitization.DestroyCarrier;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.RecordSlots;
using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.Api;

/// <summary>What people see and record about the devices at the bench.</summary>
internal static class OrdersApi
{
    private sealed record SlotsBody(Guid OpId, IReadOnlyList<CarrierSlot> Slots);

    private sealed record CarrierBody(Guid OpId, string CarrierSerial);

    private sealed record ReasonBody(Guid OpId, string Reason);

    private sealed record DecisionBody(Guid OpId, Decision Decision, string? Note = null);

    private sealed record EmptyBody(Guid OpId, Guid? SlotId, string Note);

    private sealed record DestructionBody(Guid OpId, Guid SlotId, string Level, string Machine, string Place, string ProofHash, string Reason);

    private sealed record OpBody(Guid OpId);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/wipe/api/orders").WithTags("Wipe orders");
        string[] watching = [Roles.WipeOperator, Roles.Verifier, Roles.Releaser, Roles.Supervisor, Roles.Auditor, Roles.Office, Roles.Admin];
        string[] handling = [Roles.WipeOperator, Roles.Verifier, Roles.Supervisor];
        api.MapGet("", List).For(watching);
        api.MapGet("/{id:guid}", Show).For(watching);
        routes.MapGet("/wipe/api/labels/commands", ([AsParameters] PrintQuery query, PrintCards.PrintCards print) => File(print.Handle(query))).For(handling).WithTags("Labels");
        api.MapGet("/{id:guid}/label", Label).For(handling);
        api.MapGet("/{id:guid}/slots/{slotId:guid}/label", CarrierLabel).For(handling);
        api.MapPost("/{id:guid}/slots", RecordSlots).For(handling);
        api.MapPost("/{id:guid}/slots/{slotId:guid}/carrier", NameCarrier).For(handling);
        api.MapPost("/{id:guid}/slots/{slotId:guid}/again", WipeAgain).For(Roles.Verifier, Roles.Supervisor);
        api.MapPost("/{id:guid}/evidence/{evidenceId:guid}/verification", Verify).For(Roles.Verifier, Roles.Supervisor);
        api.MapPost("/{id:guid}/evidence/{evidenceId:guid}/validation", Validate).For(Roles.Releaser, Roles.Supervisor);
        api.MapPost("/{id:guid}/no-carrier", SeeNoCarrier).For(handling);
        api.MapPost("/{id:guid}/no-carrier/{recordId:guid}/second", ConfirmNoCarrier).For(handling);
        api.MapPost("/{id:guid}/destructions", RecordDestruction).For(Roles.WipeOperator, Roles.Supervisor);
        api.MapPost("/{id:guid}/destructions/{recordId:guid}/witness", WitnessDestruction).For(handling);
        api.MapPost("/{id:guid}/destructions/{recordId:guid}/approval", ApproveDestruction).For(Roles.Releaser, Roles.Supervisor);
    }

    private static async Task<Ok<IReadOnlyList<OrderLine>>> List(OrderReader reader, CancellationToken cancel, OrderFilter filter = OrderFilter.Open, string? search = null) =>
        TypedResults.Ok(await reader.List(filter, search, cancel));

    private static async Task<Ok<OrderView>> Show(Guid id, OrderReader reader, CancellationToken cancel) => TypedResults.Ok(await reader.Show(id, cancel));

    private static async Task<FileContentHttpResult> Label(Guid id, [AsParameters] PrintQuery query, PrintResult.PrintResult print, CancellationToken cancel) =>
        File(await print.Device(id, query, cancel));

    private static async Task<FileContentHttpResult> CarrierLabel(Guid id, Guid slotId, [AsParameters] PrintQuery query, PrintResult.PrintResult print, CancellationToken cancel) =>
        File(await print.Carrier(id, slotId, query, cancel));

    private static FileContentHttpResult File(LabelFile file) => TypedResults.File(file.Content, file.ContentType, file.Name);

    private static async Task<Ok<SlotsRecorded>> RecordSlots(Guid id, SlotsBody body, SlotRecords records, CancellationToken cancel) =>
        TypedResults.Ok(await records.RecordAll(body.OpId, id, body.Slots, cancel));

    private static async Task<Ok<SlotsRecorded>> NameCarrier(Guid id, Guid slotId, CarrierBody body, SlotRecords records, CancellationToken cancel) =>
        TypedResults.Ok(await records.NameCarrier(body.OpId, id, slotId, body.CarrierSerial, cancel));

    private static async Task<Ok<SlotsRecorded>> WipeAgain(Guid id, Guid slotId, ReasonBody body, SlotRecords records, CancellationToken cancel) =>
        TypedResults.Ok(await records.AllowAnotherWipe(body.OpId, id, slotId, body.Reason, cancel));

    private static async Task<Ok<EvidenceDecided>> Verify(Guid id, Guid evidenceId, DecisionBody body, EvidenceDecisions decisions, CancellationToken cancel) =>
        TypedResults.Ok(await decisions.Verify(body.OpId, id, evidenceId, body.Decision, body.Note, cancel));

    private static async Task<Ok<EvidenceDecided>> Validate(Guid id, Guid evidenceId, DecisionBody body, EvidenceDecisions decisions, CancellationToken cancel) =>
        TypedResults.Ok(await decisions.Validate(body.OpId, id, evidenceId, body.Decision, body.Note, cancel));

    private static async Task<Ok<NoCarrierRecorded>> SeeNoCarrier(Guid id, EmptyBody body, NoCarrierRecords records, CancellationToken cancel) =>
        TypedResults.Ok(await records.First(body.OpId, id, body.SlotId, body.Note, cancel));

    private static async Task<Ok<NoCarrierRecorded>> ConfirmNoCarrier(Guid id, Guid recordId, DecisionBody body, NoCarrierRecords records, CancellationToken cancel) =>
        TypedResults.Ok(await records.Second(body.OpId, id, recordId, body.Decision, cancel));

    private static async Task<Ok<DestructionRecorded>> RecordDestruction(Guid id, DestructionBody body, DestructionRecords records, CancellationToken cancel) =>
        TypedResults.Ok(await records.Record(body.OpId, id, body.SlotId, new DestructionFacts(body.Level, body.Machine, body.Place, body.ProofHash, body.Reason), cancel));

    private static async Task<Ok<DestructionRecorded>> WitnessDestruction(Guid id, Guid recordId, OpBody body, DestructionRecords records, CancellationToken cancel) =>
        TypedResults.Ok(await records.Witness(body.OpId, id, recordId, cancel));

    private static async Task<Ok<DestructionRecorded>> ApproveDestruction(Guid id, Guid recordId, DecisionBody body, DestructionRecords records, CancellationToken cancel) =>
        TypedResults.Ok(await records.Approve(body.OpId, id, recordId, body.Decision, cancel));
}
