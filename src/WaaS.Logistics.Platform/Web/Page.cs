using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace WaaS.Logistics.Platform.Web;

/// <summary>What page endpoints answer with.</summary>
public static class Page
{
    internal const string NoticeCookie = "waas-notice";

    /// <param name="parameters">An object whose properties are the component's parameters.</param>
    public static RazorComponentResult Show<TPage>(object? parameters = null, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new(typeof(TPage), parameters ?? new { }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>After a post that changed something: the browser gets the next page by GET, and reloading repeats nothing.</summary>
    /// <param name="notice">Shown once on that page.</param>
    public static IResult Redirect(string path, string? notice = null) => new SeeOther(path, notice);

    private sealed class SeeOther(string path, string? notice) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (!IsLocal(path))
                throw new InvalidOperationException("Pages redirect within this product only.");
            if (notice is not null)
                httpContext.Response.Cookies.Append(NoticeCookie, Uri.EscapeDataString(notice), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(1), IsEssential = true });
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }

    /// <summary>A path of this product, never another site's address.</summary>
    public static bool IsLocal(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\') && !path.Any(char.IsControl);
}
