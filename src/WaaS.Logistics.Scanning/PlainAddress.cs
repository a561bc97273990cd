using System.Buffers;

namespace WaaS.Logistics.Scanning;

/// <summary>Addresses without http:// in front, and the other texts that apps put into codes: none of them is a serial, although each consists of characters that serials have.</summary>
internal static class PlainAddress
{
    private static readonly SearchValues<char> InHosts = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-.");
    private static readonly string[] Schemes = ["urn:", "mailto:", "tel:", "sms:", "smsto:", "geo:", "wifi:", "begin:", "mecard:", "matmsg:", "lpa:", "otpauth:"];

    /// <returns>Whether it is one; then what it is has been added.</returns>
    public static bool AddTo(Reading reading, ReadOnlySpan<char> text)
    {
        foreach (var scheme in Schemes)
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                reading.Add(CandidateKind.Other, text.ToString(), "Read as text for an app; no serial.");
                return true;
            }
        if (!text.Contains("://", StringComparison.Ordinal) && !IsHostWithPath(text))
            return false;
        reading.Warn("This address does not begin with http:// or https://, so it is no Digital Link.");
        reading.Add(CandidateKind.WebAddress, text.ToString(), "Read as an address; no serial.");
        return true;
    }

    // In small letters, as hosts are written: a serial may have a point and a slash too.
    private static bool IsHostWithPath(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart('/');
        if (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return true;
        var slash = rest.IndexOf('/');
        if (slash < 4 || rest[..slash].IndexOfAnyExcept(InHosts) >= 0)
            return false;
        var last = rest[(rest[..slash].LastIndexOf('.') + 1)..slash];
        return last.Length >= 2 && last.Length < slash - 1 && last.IndexOfAnyExceptInRange('a', 'z') < 0;
    }
}
