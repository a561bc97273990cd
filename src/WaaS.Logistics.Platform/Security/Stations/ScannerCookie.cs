using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace WaaS.Logistics.Platform.Security.Stations;

/// <summary>A browser that is no station keeps in a cookie alone that its scanner cannot be believed. It takes nothing more until it is enrolled and calibrated, or the card comes right.</summary>
internal static class ScannerCookie
{
    private const string Name = "waas-scanner-fault";

    public static DateTime? FaultSince(HttpContext? http, DateTime now) => http?.Request.Cookies[Name] is not { Length: > 0 } said ? null
        : DateTime.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var since) && since <= now ? since : now;

    public static void Show(HttpContext? http, DateTime now)
    {
        if (http is not null && FaultSince(http, now) is null)
            BeforeTheAnswer(http, cookies => cookies.Append(Name, now.ToString("O", CultureInfo.InvariantCulture), new CookieOptions
            {
                HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(400), IsEssential = true,
            }));
    }

    public static void Forget(HttpContext? http)
    {
        if (http?.Request.Cookies.ContainsKey(Name) == true)
            BeforeTheAnswer(http, cookies => cookies.Delete(Name));
    }

    // A refusal clears the headers that were set before it.
    private static void BeforeTheAnswer(HttpContext http, Action<IResponseCookies> change) => http.Response.OnStarting(() =>
    {
        change(http.Response.Cookies);
        return Task.CompletedTask;
    });
}
