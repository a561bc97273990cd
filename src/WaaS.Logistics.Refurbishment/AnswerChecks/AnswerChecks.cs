using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Refurbishment.Inspections;

namespace WaaS.Logistics.Refurbishment.AnswerChecks;

/// <param name="OnlyOpen">What has an answer already is not answered over: for a page that may be older than the answer.</param>
internal sealed record AnswerChecksRequest(Guid OpId, IReadOnlyList<GivenAnswer> Checks, bool OnlyOpen = false);

/// <param name="Note">Needed with a fault.</param>
internal sealed record GivenAnswer(CheckPoint Check, CheckAnswer Answer, string? Note = null);

/// <param name="Open">What has no answer yet, in the order of the bench.</param>
internal sealed record AnswerChecksAnswer(Guid DeviceId, IReadOnlyList<CheckPoint> Open);

internal sealed record NextAnswered(CheckPoint Check, IReadOnlyList<CheckPoint> Open);

/// <summary>Somebody looked at one or several points of the checklist.</summary>
internal sealed class AnswerChecks(RefurbishmentDb db)
{
    public Task<AnswerChecksAnswer> Handle(Guid deviceId, AnswerChecksRequest request, CancellationToken cancel) =>
        db.Once(request.OpId, "answer-checks", new { deviceId, request.Checks, request.OnlyOpen }, async () =>
        {
            if (request.Checks.Count == 0 || request.Checks.Any(given => given is null) || request.Checks.Select(given => given.Check).Distinct().Count() < request.Checks.Count)
                throw RefusedException.Invalid("checks", "Answer at least one check, and each only once.");
            var device = await db.Device(deviceId, cancel);
            var inspection = device.Latest!;
            if (request.OnlyOpen && inspection.Checks.FirstOrDefault(check => request.Checks.Any(given => given.Check == check.Point)) is { } answered)
                throw new RefusedException("answered-meanwhile", $"{answered.ByName} has answered that check of {device.Serial} meanwhile. Go on with the next one, or change the answer in the list.", arguments: [answered.ByName, device.Serial]);
            foreach (var given in request.Checks)
                inspection = device.Answer(given.Check, given.Answer, given.Note, db.Origin, db.Now);
            return new AnswerChecksAnswer(device.Id, [.. inspection.Unanswered]);
        }, [], cancel);

    /// <summary>Answers the first open check. Which one that is, is decided once: the same opId again does not answer the check after it.</summary>
    public Task<NextAnswered> Next(Guid deviceId, Guid opId, CheckAnswer answer, CancellationToken cancel) =>
        db.Once(opId, "answer-next-check", new { deviceId, answer }, async () =>
        {
            var device = await db.Device(deviceId, cancel);
            var open = device.Latest!.Unanswered.Select(point => (CheckPoint?)point).FirstOrDefault() ?? throw AllAnswered(device.Serial);
            var inspection = device.Answer(open, answer, null, db.Origin, db.Now);
            return new NextAnswered(open, [.. inspection.Unanswered]);
        }, [], cancel);

    public static RefusedException AllAnswered(string serial) =>
        new("all-answered", $"Every check of {serial} has its answer. Grade the device, or change an answer on the page.", arguments: [serial]);
}
