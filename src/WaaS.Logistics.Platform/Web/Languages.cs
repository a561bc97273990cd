using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace WaaS.Logistics.Platform.Web;

/// <summary>The two languages of the product. German for browsers that prefer it, English otherwise; a choice in the header goes before that.</summary>
public static class Languages
{
    public const string Cookie = "waas-language";
    public const string English = "en";
    public const string German = "de";

    public static readonly IReadOnlyList<(string Code, string Name)> All = [(German, "Deutsch"), (English, "English")];

    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The formats that belong to a language: dates of en-GB, since nobody here writes the month first.</summary>
    public static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language == German ? "de-DE" : "en-GB");

    public static bool IsKnown(string? language) => All.Any(known => known.Code == language);

    internal static void Remember(HttpContext http, string language) =>
        http.Response.Cookies.Append(Cookie, language, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), IsEssential = true });

    internal static void Configure(RequestLocalizationOptions options)
    {
        CultureInfo[] cultures = [Culture(English), Culture(German)];
        options.DefaultRequestCulture = new RequestCulture(Culture(English));
        options.SupportedCultures = cultures;
        options.SupportedUICultures = cultures;
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders = [new CustomRequestCultureProvider(http => Task.FromResult<ProviderCultureResult?>(new(Culture(Choose(http.Request)).Name)))];
    }

    internal static string Choose(HttpRequest request)
    {
        if (request.Cookies[Cookie] is { } chosen && IsKnown(chosen))
            return chosen;
        return request.GetTypedHeaders().AcceptLanguage
            .Where(wanted => wanted.Quality is null or > 0)
            .OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(wanted => wanted.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(IsKnown) ?? English;
    }
}
