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

namespace WaaS.Logistics.Sanitization.Stations;

/// <summary>A request is a station's if its key signed exactly this request, just now, and for the first time.</summary>
internal sealed class StationAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SanitizationDb db, OriginContext origin)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = StationRequestSignature.Scheme;
    public const string Role = "station", OneBootRole = "one-boot-station";

    // Evidence is at most 8 MB, and base64 on the wire.
    private const int LargestBody = 12 * 1024 * 1024;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? header = Request.Headers.Authorization;
        if (header?.StartsWith(SchemeName + " ", StringComparison.Ordinal) != true)
            return AuthenticateResult.NoResult();
        var body = await ReadBody();
        if (body is null)
            return AuthenticateResult.Fail("The body is too large.");
        var station = await Find(header);
        var verdict = StationRequestSignature.Verify(header, Request.Method, Target(), body, TimeProvider.GetUtcNow(), _ => station is null ? null : VerifyingKey.FromPem(station.PublicKeyPem));
        if (!verdict.Genuine || station is null)
            return AuthenticateResult.Fail($"station-{verdict.Refusal}");
        if (station.ExpiresAt <= db.Now)
            return AuthenticateResult.Fail("station-Expired");
        if (!await Remember(verdict.KeyId!.Value.ToString(), verdict.Nonce!))
            return AuthenticateResult.Fail("station-Replayed");
        origin.Current = new Origin($"station:{station.Id}", station.Name, station.Name, OccurredAt: Cut(verdict.Time!.Value.UtcDateTime));
        Context.Items[StationIdentity.KeyItem] = VerifyingKey.FromPem(station.PublicKeyPem);
        Context.Items[StationIdentity.DeviceItem] = station.DeviceId;
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, $"station:{station.Id}"), new Claim(ClaimTypes.Name, station.Name), new Claim(ClaimTypes.Role, station.FleetKeyId is null ? Role : OneBootRole)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = SchemeName;
        await Response.WriteAsJsonAsync(new
        {
            type = "urn:waas:rule:station-signature",
            title = "This is not an enrolled station's request.",
            status = StatusCodes.Status401Unauthorized,
            detail = result.Failure?.Message ?? "Sign the request with the key the station was enrolled with.",
            rule = "station-signature",
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
