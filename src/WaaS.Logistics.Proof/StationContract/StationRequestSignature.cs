using System.Security.Cryptography;
using System.Text;
using WaaS.Logistics.Proof.Json;
using WaaS.Logistics.Proof.Signing;

namespace WaaS.Logistics.Proof.StationContract;

/// <summary>
/// Signs a station's request: header <c>Authorization: Station keyId=..., time=..., nonce=..., signature=...</c>, ES256 over method, path with query, time,
/// nonce and SHA-256 of the body. A reply is not signed: run it over TLS or a network of your own.
/// </summary>
public static class StationRequestSignature
{
    /// <summary>The scheme in the header.</summary>
    public const string Scheme = "Station";

    /// <summary>How far the clocks may be apart.</summary>
    public static TimeSpan DefaultSkew { get; } = TimeSpan.FromMinutes(2);

    /// <summary>The value of the Authorization header, with a fresh nonce.</summary>
    /// <param name="key">The station's key.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="pathAndQuery">Path and query exactly as sent, beginning with a slash.</param>
    /// <param name="body">The bytes sent; empty for none.</param>
    /// <param name="now">The station's clock.</param>
    public static string Create(SigningKey key, string method, string pathAndQuery, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(key);
        var time = StrictTimeConverter.Format(now.ToUniversalTime());
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var signature = key.Sign(Text(method, pathAndQuery, time, nonce, body));
        return $"{Scheme} keyId={key.KeyId}, time={time}, nonce={nonce}, signature={signature}";
    }

    /// <summary>Checks a request. Every doubt is a refusal.</summary>
    /// <param name="authorization">The Authorization header as it came; null when there was none.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="pathAndQuery">Path and query exactly as received.</param>
    /// <param name="body">The bytes received.</param>
    /// <param name="now">The server's clock.</param>
    /// <param name="findKey">The enrolled, not revoked key with this id; null when there is none.</param>
    /// <param name="skew">How far the clocks may be apart; <see cref="DefaultSkew"/> when null.</param>
    public static SignatureVerdict Verify(
        string? authorization, string method, string pathAndQuery, ReadOnlySpan<byte> body, DateTimeOffset now, Func<ContentHash, VerifyingKey?> findKey, TimeSpan? skew = null)
    {
        ArgumentNullException.ThrowIfNull(findKey);
        if (StationHeader.Parse(authorization) is not { } header) return new SignatureVerdict { Refusal = SignatureRefusal.Malformed };

        var key = findKey(header.KeyId);
        var refusal =
            key is null || key.KeyId != header.KeyId ? SignatureRefusal.UnknownKey
            : (now - header.Time).Duration() > (skew ?? DefaultSkew) ? SignatureRefusal.ClockSkew
            : !IsPath(pathAndQuery) || !key.Verifies(Text(method, pathAndQuery, header.TimeText, header.Nonce, body), header.Signature) ? SignatureRefusal.WrongSignature
            : SignatureRefusal.None;
        return new SignatureVerdict { Refusal = refusal, KeyId = header.KeyId, Nonce = header.Nonce, Time = header.Time };
    }

    /// <summary>The key a header names, so that it can be looked up before the check; null when the header is not well formed.</summary>
    public static ContentHash? KeyIdOf(string? authorization) => StationHeader.Parse(authorization)?.KeyId;

    private static byte[] Text(string method, string pathAndQuery, string time, string nonce, ReadOnlySpan<byte> body)
    {
        if (!IsPath(pathAndQuery)) throw new ArgumentException("A request path begins with a slash and is one line.", nameof(pathAndQuery));
        return Encoding.UTF8.GetBytes($"waas-station-request/1\n{method.ToUpperInvariant()}\n{pathAndQuery}\n{time}\n{nonce}\n{ContentHash.Of(body)}");
    }

    private static bool IsPath(string text) => text.StartsWith('/') && !text.AsSpan().ContainsAny('\n', '\r');
}
