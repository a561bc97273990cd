using System.Text.RegularExpressions;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.StationContract;

/// <summary>The four parts of the Authorization header, in their one order.</summary>
internal sealed partial record StationHeader(ContentHash KeyId, string TimeText, DateTimeOffset Time, string Nonce, string Signature)
{
    public static StationHeader? Parse(string? header)
    {
        if (header is not { Length: <= 400 }) return null;
        var match = Form().Match(header);
        if (!match.Success) return null;
        if (!ContentHash.TryParse(match.Groups["key"].Value, out var key)) return null;
        if (!StrictTimeConverter.TryParse(match.Groups["time"].Value, out var time)) return null;
        return new StationHeader(key, match.Groups["time"].Value, time, match.Groups["nonce"].Value, match.Groups["signature"].Value);
    }

    [GeneratedRegex("^Station keyId=(?<key>[0-9a-f]{64}), time=(?<time>[0-9T:.+Z-]{20,40}), nonce=(?<nonce>[0-9a-f]{32}), signature=(?<signature>[A-Za-z0-9_-]{86})\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
