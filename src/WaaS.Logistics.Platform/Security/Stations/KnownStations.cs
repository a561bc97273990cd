using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.Stations;

/// <summary>Tells by its cookie which station a browser is. A withdrawn one is forgotten within ten seconds.</summary>
internal sealed class KnownStations(IDataProtectionProvider protection, IServiceScopeFactory scopes, TimeProvider time)
{
    private const string CookieName = "waas-station";
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(10);
    private readonly IDataProtector _protector = protection.CreateProtector("WaaS.Logistics.Station");
    private readonly ConcurrentDictionary<Guid, (VisitStation? Station, long At)> _seen = new();

    public void Remember(HttpContext http, Station station)
    {
        _seen.TryRemove(station.Id, out _);
        http.Response.Cookies.Append(CookieName, _protector.Protect(station.Id.ToString()), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(400), IsEssential = true,
        });
    }

    public void Forget(HttpContext http) => http.Response.Cookies.Delete(CookieName);

    /// <summary>Withdrawn, calibrated, at fault: asked for anew at its next request.</summary>
    public void Changed(Guid id) => _seen.TryRemove(id, out _);

    public async Task<VisitStation?> Of(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 } cookie || Read(cookie) is not { } id)
            return null;
        if (_seen.TryGetValue(id, out var seen) && time.GetElapsedTime(seen.At) < Trusted)
            return seen.Station;
        await using var scope = scopes.CreateAsyncScope();
        var station = await scope.ServiceProvider.GetRequiredService<PlatformDb>().Stations.AsNoTracking()
            .Where(row => row.Id == id && row.WithdrawnAt == null)
            .Select(row => new VisitStation(row.Id, row.Name, row.Place, row.Layout == null ? null : new ScannerSetting(row.Layout, row.IsCaseInverted, row.Separator ?? ""), row.FaultSince)).SingleOrDefaultAsync(http.RequestAborted);
        _seen[id] = (station, time.GetTimestamp());
        return station;
    }

    private Guid? Read(string cookie)
    {
        try
        {
            return Guid.Parse(_protector.Unprotect(cookie));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
