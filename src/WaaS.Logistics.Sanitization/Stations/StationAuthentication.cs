using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Resources;

namespace WaaS.Logistics.Sanitization.Stations;

/// <summary>A request is a station's if its key signed exactly this request, just now, and for the first time.</summary>
internal sealed class StationAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SanitizationDb db, OriginContext origin, Texts texts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = StationRequestSignature.Scheme;
    public const string Role = "station", OneBootRole = "one-boot-station";
    private const string TooLarge = "TooLarge", Expired = "Expired", Replayed = "Replayed", Unsigned = "Unsigned";

    // Evidence is at most 8 MB, and base64 on the wire.
    private const int LargestBody = 12 * 1024 * 1024;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? header = Request.Headers.Authorization;
        if (header?.StartsWith(SchemeName + " ", StringComparison.Ordinal) != true)
            return AuthenticateResult.NoResult();
        var body = await ReadBody();
        if (body is null)
            return AuthenticateResult.Fail(TooLarge);
        var station = await Find(header);
        var verdict = StationRequestSignature.Verify(header, Request.Method, Target(), body, TimeProvider.GetUtcNow(), _ => station is null ? null : VerifyingKey.FromPem(station.PublicKeyPem));
        if (!verdict.Genuine || station is null)
            return AuthenticateResult.Fail(verdict.Refusal.ToString());
        if (station.ExpiresAt <= db.Now)
            return AuthenticateResult.Fail(Expired);
        if (!await Remember(verdict.KeyId!.Value.ToString(), verdict.Nonce!))
            return AuthenticateResult.Fail(Replayed);
        origin.Current = new Origin($"station:{station.Id}", station.Name, station.Name, OccurredAt: Cut(verdict.Time!.Value.UtcDateTime));
        Context.Items[StationIdentity.KeyItem] = VerifyingKey.FromPem(station.PublicKeyPem);
        Context.Items[StationIdentity.DeviceItem] = station.DeviceId;
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, $"station:{station.Id}"), new Claim(ClaimTypes.Name, station.Name), new Claim(ClaimTypes.Role, station.FleetKeyId is null ? Role : OneBootRole)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var why = (await HandleAuthenticateOnceSafeAsync()).Failure?.Message ?? Unsigned;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = SchemeName;
        await Response.WriteAsJsonAsync(new
        {
            type = "urn:waas:rule:station-signature",
            title = texts["StationDoor_Title"],
            status = StatusCodes.Status401Unauthorized,
            detail = texts.Find("StationDoor_" + why) ?? texts["StationDoor_Unsigned"],
            rule = "station-signature",
            why,
        }, (System.Text.Json.JsonSerializerOptions?)null, "application/problem+json");
    }

    // A boot is out as soon as its fleet key is.
    private async Task<Station?> Find(string header) => StationRequestSignature.KeyIdOf(header)?.ToString() is { } keyId
        ? await db.Stations.AsNoTracking().SingleOrDefaultAsync(station => station.KeyId == keyId && station.RevokedAt == null
            && (station.FleetKeyId == null || db.FleetKeys.Any(fleet => fleet.Id == station.FleetKeyId && fleet.RevokedAt == null)))
        : null;

    private static DateTime Cut(DateTime time) => new(time.Ticks - time.Ticks % 10, DateTimeKind.Utc);

    private string Target() => Context.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } raw ? raw : Request.PathBase + Request.Path + Request.QueryString;

    private async Task<byte[]?> ReadBody()
    {
        Request.EnableBuffering(bufferThreshold: 1024 * 1024, bufferLimit: LargestBody);
        try
        {
            using var copy = new MemoryStream();
            await Request.Body.CopyToAsync(copy, Context.RequestAborted);
            Request.Body.Position = 0;
            return copy.ToArray();
        }
        catch (Exception e) when (e is IOException or BadHttpRequestException)
        {
            return null;
        }
    }

    private async Task<bool> Remember(string keyId, string nonce)
    {
        db.Nonces.Add(new UsedNonce { KeyId = keyId, Nonce = nonce, SeenAt = db.Now });
        try
        {
            await db.SaveChangesAsync(Context.RequestAborted);
            return true;
        }
        catch (DbUpdateException e) when (Violations.IsUnique(e, "ix_sanitization_nonces_key_nonce", "sanitization_nonces.key_id, sanitization_nonces.nonce"))
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
