using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using WaaS.Logistics.Platform.Resources;

namespace WaaS.Logistics.Platform.Web.Errors;

/// <summary>What went wrong, in the person's language, with the rule's name and the field for programs.</summary>
public sealed record Failure(string Rule, int Status, string Title, string Detail, string? Field = null, string? Help = null)
{
    private static readonly Texts T = new();

    /// <summary>Found in the log by this.</summary>
    public string? TraceId { get; } = Activity.Current?.TraceId.ToString();

    internal static Failure Of(RefusedException refused, Refusals refusals) =>
        new(refused.Rule, refused.Status, TitleOf(refused.Status), refusals.Say(refused), refused.Field, refused.Help);

    internal static Failure Of(string rule, int status, string? field = null)
    {
        var detail = T["Failure_" + rule.Replace('-', '_')];
        if (field is not null)
            detail = T["Failure_field", detail, field];
        return new Failure(rule, status, TitleOf(status), detail, field);
    }

    internal static Failure OfStatus(int status) => status switch
    {
        401 => Of("sign-in-needed", status),
        403 => Of("not-allowed", status),
        404 => Of("no-such-page", status),
        405 => Of("wrong-method", status),
        413 => Of("too-large", status),
        415 => Of("send-json", status),
        429 => Of("too-many-requests", status),
        503 or 504 => Of("timed-out", status),
        >= 500 => Of("failed", status),
        _ => Of("bad-request", status),
    };

    internal ProblemHttpResult ToProblem()
    {
        var problem = new ProblemDetails { Type = "urn:waas:rule:" + Rule, Title = Title, Status = Status, Detail = Detail };
        problem.Extensions["rule"] = Rule;
        if (Field is not null)
            problem.Extensions["field"] = Field;
        if (Help is not null)
            problem.Extensions["help"] = Help;
        if (TraceId is not null)
            problem.Extensions["traceId"] = TraceId;
        return TypedResults.Problem(problem);
    }

    private static string TitleOf(int status) => status switch
    {
        400 or 415 => T["Status_400"],
        401 => T["Status_401"],
        403 => T["Status_403"],
        404 => T["Status_404"],
        405 => T["Status_405"],
        409 => T["Status_409"],
        413 => T["Status_413"],
        429 => T["Status_429"],
        503 or 504 => T["Status_503"],
        >= 500 => T["Status_500"],
        _ => T["Status_400"],
    };
}
