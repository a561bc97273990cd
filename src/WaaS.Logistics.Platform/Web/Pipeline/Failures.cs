using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web.Errors;

namespace WaaS.Logistics.Platform.Web.Pipeline;

/// <summary>Every way a request can fail ends in an answer a person or a program can use: a page, or problem details.</summary>
internal sealed partial class Failures(RequestDelegate next, ILogger<Failures> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        Failure? failure;
        try
        {
            await next(http);
            failure = IsBare(http.Response) ? Failure.OfStatus(http.Response.StatusCode) : null;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            failure = Explain(e, http);
        }
        if (failure is not null)
            await Answer(http, failure);
    }

    private static bool IsBare(HttpResponse response) =>
        !response.HasStarted && response.StatusCode >= 400 && response.ContentLength is null or 0 && string.IsNullOrEmpty(response.ContentType);

    private Failure? Explain(Exception e, HttpContext http)
    {
        switch (e)
        {
            case RefusedException refused:
                return Failure.Of(refused, http.RequestServices.GetRequiredService<Refusals>());
            case DbUpdateConcurrencyException:
                return Failure.Of("changed-meanwhile", StatusCodes.Status409Conflict);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Failure.Of("too-large", StatusCodes.Status413PayloadTooLarge);
            case BadHttpRequestException bad:
                return Explain(bad);
            case OperationCanceledException when http.RequestAborted.IsCancellationRequested:
                log.LogInformation("{Method} {Path} was given up", http.Request.Method, http.Request.Path);
                return Failure.Of("timed-out", StatusCodes.Status503ServiceUnavailable);
            case var _ when StorageFaults.IsFull(e):
                log.LogError(e, "{Method} {Path} found no room on the disk", http.Request.Method, http.Request.Path);
                return Failure.Of("disk-full", StatusCodes.Status507InsufficientStorage);
            default:
                log.LogError(e, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
                return Failure.Of("failed", StatusCodes.Status500InternalServerError);
        }
    }

    // The framework's own sentences are English and name types of this program; only what they are about is taken from them.
    private static Failure Explain(BadHttpRequestException bad)
    {
        if (bad.StatusCode == StatusCodes.Status415UnsupportedMediaType)
            return Failure.OfStatus(bad.StatusCode);
        if (bad.InnerException is not JsonException && bad.Message.Contains("no body was provided", StringComparison.Ordinal))
            return Failure.Of("no-body", bad.StatusCode);
        return Failure.Of("bad-request", bad.StatusCode, FieldOf(bad));
    }

    // $.lines[0].serial is how the JSON reader names it; people say lines[0].serial. What is missing it names in its sentence only.
    private static string? FieldOf(BadHttpRequestException bad)
    {
        if (bad.InnerException is not JsonException wrong)
            return Parameter().Match(bad.Message) is { Success: true } parameter ? parameter.Groups[1].Value : null;
        if (MissingProperty().Match(wrong.Message) is { Success: true } missing)
            return missing.Groups[1].Value;
        return wrong.Path?.TrimStart('$').TrimStart('.') is { Length: > 0 } field ? field : null;
    }

    [GeneratedRegex("missing required properties including: '([^']+)'")]
    private static partial Regex MissingProperty();

    [GeneratedRegex("parameter \"[^\"]* (\\w+)\" (from|was not provided)")]
    private static partial Regex Parameter();

    private static async Task Answer(HttpContext http, Failure failure)
    {
        var response = http.Response;
        var allow = response.Headers.Allow;
        response.Clear();
        response.Headers.Allow = allow;
        response.StatusCode = failure.Status;
        if (http.Request.IsApi())
        {
            await failure.ToProblem().ExecuteAsync(http);
            return;
        }
        // A scope of its own: the failed request's may be half used.
        var services = http.RequestServices;
        await using var scope = services.CreateAsyncScope();
        var visit = services.GetRequiredService<Visit>();
        var copy = scope.ServiceProvider.GetRequiredService<Visit>();
        (copy.User, copy.Station) = (visit.User, visit.Station);
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await Page.Show<ErrorPage>(new { Failure = failure }, failure.Status).ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }
}
