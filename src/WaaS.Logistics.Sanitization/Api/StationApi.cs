using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authorization;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Platform.Web.Pipeline;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.ClaimJob;
using WaaS.Logistics.Sanitization.FindCutOff;
using WaaS.Logistics.Sanitization.GiveSeed;
using WaaS.Logistics.Sanitization.InDevice;
using WaaS.Logistics.Sanitization.KeepJournal;
using WaaS.Logistics.Sanitization.KeepLease;
using WaaS.Logistics.Sanitization.ReceiveEvidence;
using WaaS.Logistics.Sanitization.RecordSteps;
using WaaS.Logistics.Sanitization.ReportBays;
using WaaS.Logistics.Sanitization.Stations;
using static WaaS.Logistics.Proof.StationContract.StationJson;

namespace WaaS.Logistics.Sanitization.Api;

/// <summary>What stations ask and tell. Bodies are read by the station contract's own strict rules.</summary>
internal static class StationApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/wipe/api").WithTags("Wipe stations");
        api.MapPost("/stations/enroll", Enrol).AllowAnonymous().LimitedByAddress();
        api.MapPost("/stations/bays", Bays).RequireAuthorization(AStation);
        api.MapPost("/in-device/enroll", EnrolBoot).AllowAnonymous().LimitedByAddress();
        api.MapPost("/in-device/claim", ClaimOwn).RequireAuthorization(AMachine);
        api.MapGet("/jobs/{jobId:guid}/journal", ReadJournal).RequireAuthorization(AMachine);
        api.MapPost("/jobs/{jobId:guid}/journal", KeepJournal).RequireAuthorization(AMachine).AcceptsUpTo(8);
        api.MapPost("/jobs/claim", Claim).RequireAuthorization(AStation);
        api.MapPost("/jobs/plan", Plan).RequireAuthorization(AStation);
        api.MapPost("/carriers/cut-off", CutOff).RequireAuthorization(AStation);
        var jobs = api.MapGroup("/jobs").RequireAuthorization(Either);
        jobs.MapGet("/{jobId:guid}/hold", Hold);
        jobs.MapPost("/{jobId:guid}/heartbeat", Heartbeat);
        jobs.MapPost("/{jobId:guid}/steps", Steps).AcceptsUpTo(12);
        jobs.MapGet("/{jobId:guid}/seed", Seed);
        jobs.MapPost("/{jobId:guid}/evidence", Evidence).AcceptsUpTo(12);
    }

    private static async Task<IResult> Enrol(HttpContext http, EnrolStation enrol, CancellationToken cancel) =>
        Reply(await enrol.Enrol(await Read(http, Default.EnrollRequest), cancel), Default.EnrollReply);

    private static async Task<IResult> EnrolBoot(HttpContext http, EnrolBoot enrol, CancellationToken cancel) =>
        Reply(await enrol.Handle(await Read(http, Default.BootEnrollRequest), cancel), Default.BootEnrollReply);

    private static async Task<IResult> ClaimOwn(HttpContext http, ClaimOwnJob jobs, CancellationToken cancel) =>
        Reply(await jobs.Handle(StationIdentity.Of(http), await Read(http, Default.OwnJobRequest), cancel), Default.OwnJob);

    private static async Task<IResult> ReadJournal(Guid jobId, HttpContext http, JournalDesk desk, CancellationToken cancel) =>
        Reply(await desk.Read(StationIdentity.Of(http), jobId, cancel), Default.RunJournal);

    private static async Task<IResult> KeepJournal(Guid jobId, HttpContext http, JournalDesk desk, CancellationToken cancel) =>
        Reply(await desk.Keep(StationIdentity.Of(http), jobId, await Read(http, Default.RunJournal), cancel), Default.RunJournalReply);

    private static async Task<IResult> Bays(HttpContext http, BayReports bays, CancellationToken cancel) =>
        Reply(await bays.Handle(StationIdentity.Of(http), await Read(http, Default.StationReport), cancel), Default.StationReportReply);

    private static async Task<IResult> Claim(HttpContext http, ClaimJobs jobs, CancellationToken cancel) =>
        Reply(await jobs.Handle(StationIdentity.Of(http), await Read(http, Default.ClaimJobRequest), cancel), Default.Job);

    private static async Task<IResult> Plan(HttpContext http, ClaimJobs jobs, CancellationToken cancel) =>
        Reply(await jobs.Plan(StationIdentity.Of(http), await Read(http, Default.ClaimJobRequest), cancel), Default.JobPlan);

    private static async Task<IResult> CutOff(HttpContext http, FindCutOffErase find, CancellationToken cancel) =>
        Reply(await find.Handle(await Read(http, Default.CutOffRequest), cancel), Default.CutOffErase);

    private static async Task<IResult> Hold(Guid jobId, HttpContext http, CheckHold check, CancellationToken cancel) =>
        Reply(await check.Handle(StationIdentity.Of(http), jobId, cancel), Default.HoldCheckReply);

    private static async Task<IResult> Heartbeat(Guid jobId, HttpContext http, Heartbeats beats, CancellationToken cancel) =>
        Reply(await beats.Handle(StationIdentity.Of(http), jobId, await Read(http, Default.HeartbeatRequest), cancel), Default.HeartbeatReply);

    private static async Task<IResult> Steps(Guid jobId, HttpContext http, StepLog log, CancellationToken cancel) =>
        Reply(await log.Handle(StationIdentity.Of(http), jobId, await Read(http, Default.StepSubmission), cancel), Default.StepReply);

    private static async Task<IResult> Seed(Guid jobId, HttpContext http, SeedDesk desk, CancellationToken cancel) =>
        Reply(await desk.Handle(StationIdentity.Of(http), jobId, cancel), Default.SeedReply);

    private static async Task<IResult> Evidence(Guid jobId, HttpContext http, EvidenceDesk desk, CancellationToken cancel) =>
        Reply(await desk.Handle(StationIdentity.Of(http), jobId, await Read(http, Default.EvidenceSubmission), cancel), Default.EvidenceReply);

    private static void AStation(AuthorizationPolicyBuilder policy) => Signed(policy).RequireRole(StationAuthentication.Role);

    // One boot of a machine that wipes itself: nothing of other machines is its business.
    private static void AMachine(AuthorizationPolicyBuilder policy) => Signed(policy).RequireRole(StationAuthentication.OneBootRole);

    private static void Either(AuthorizationPolicyBuilder policy) => Signed(policy).RequireRole(StationAuthentication.Role, StationAuthentication.OneBootRole);

    private static AuthorizationPolicyBuilder Signed(AuthorizationPolicyBuilder policy) => policy.AddAuthenticationSchemes(StationAuthentication.SchemeName).RequireAuthenticatedUser();

    private static async Task<T> Read<T>(HttpContext http, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted)
                ?? throw RefusedException.Invalid("body", "The body is null; send one JSON object.");
        }
        catch (JsonException e)
        {
            throw RefusedException.Invalid("body", $"The body does not fit the station contract at {e.Path ?? "$"}: {e.Message}", e.Path ?? "$");
        }
    }

    private static IResult Reply<T>(T reply, JsonTypeInfo<T> type) => TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes(reply, type), "application/json");
}
