using WaaS.Logistics.Scanning.Data;
using WaaS.Logistics.Scanning.Gs1;

namespace WaaS.Logistics.Scanning.Vendors;

/// <summary>The web addresses makers print on devices, by the rules of maker-links.tsv: the support page of one device names its serial.</summary>
internal static class MakerLink
{
    private const string AnyHost = "*";
    private const string Path = "/";
    private static readonly Row[] Rows = [.. Table.Read("maker-links.tsv").Select(row => new Row(row[0], row[1], row[2] == Path ? [] : row[2].Split('|'), Enum.Parse<CandidateKind>(row[3].Replace("-", ""), ignoreCase: true)))];

    /// <returns>Whether the address names a number of a device.</returns>
    public static bool AddTo(Reading reading, ReadOnlySpan<char> address)
    {
        var rest = address[(address.IndexOf("//") + 2)..];
        var end = rest.IndexOfAny("/?#");
        if (end < 0)
            return false;
        var host = HostOf(rest[..end]);
        var rows = Array.FindAll(Rows, row => row.Host != AnyHost && (host == row.Host || host.EndsWith("." + row.Host, StringComparison.Ordinal)));
        var pairs = Query(rest[end..]);
        if (rows.Length == 0 || !Array.Exists(rows, row => pairs.Exists(pair => row.Names.Contains(pair.Name))))
            rows = [.. rows, .. Array.FindAll(Rows, row => row.Host == AnyHost)];
        var found = rows.SelectMany(row => pairs.Where(pair => row.Names.Contains(pair.Name)).Select(pair => (row.Kind, pair.Value, row.Maker))).ToList();
        var segments = Segments(rest[end..]);
        if (!found.Exists(number => number.Kind == CandidateKind.Serial))
            found.AddRange(rows.Where(row => row.Names.Length == 0).SelectMany(row => segments.Where(segment => VendorRules.MakerOf(segment) == row.Maker).Select(segment => (row.Kind, segment, row.Maker))));
        var model = found.Find(number => number.Kind == CandidateKind.Model).Value ?? found.Find(number => number.Kind == CandidateKind.PartNumber).Value;
        foreach (var (kind, value, maker) in found.OrderBy(number => number.Kind != CandidateKind.Serial))
            if (kind != CandidateKind.Serial)
                reading.Add(kind, value, "Read from the web address: {value}.");
            else if (DeviceSerial.CanBeNamed(value))
                reading.Add(kind, value, maker.Length > 0 ? "Read from the web address of {maker}: serial {value}." : "Read from the web address, which names it the serial: {value}.", maker.Length > 0 ? maker : VendorRules.MakerOf(value.ToUpperInvariant()), model);
            else
                reading.Warn($"The web address says '{value}' for the serial; that is no serial.");
        return reading.Found.Count > 0;
    }

    private static string HostOf(ReadOnlySpan<char> authority)
    {
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        return (host.IndexOf(':') is >= 0 and var port ? host[..port] : host).ToString().ToLowerInvariant();
    }

    // A product number has a '#' of its own, and whoever prints addresses does not always write it as %23: only a query before it is one.
    private static List<(string Name, string Value)> Query(ReadOnlySpan<char> rest)
    {
        var pairs = new List<(string, string)>();
        var at = rest.IndexOf('?');
        if (at < 0)
            return pairs;
        foreach (var range in rest[(at + 1)..].SplitAny('&', ';'))
        {
            var pair = rest[(at + 1)..][range];
            var mark = pair.IndexOf('=');
            if (mark > 0 && pairs.Count < 32 && PercentEncoding.Decode(pair[(mark + 1)..], isQuery: true)?.Trim() is { Length: > 0 and <= DeviceSerial.MaxLength } value)
                pairs.Add((PercentEncoding.Decode(pair[..mark], isQuery: true)?.ToLowerInvariant() ?? "", value));
        }
        return pairs;
    }

    private static List<string> Segments(ReadOnlySpan<char> rest)
    {
        var segments = new List<string>();
        var path = rest.IndexOfAny('?', '#') is >= 0 and var end ? rest[..end] : rest;
        foreach (var range in path.Split('/'))
            if (path[range].Length is > 4 and < 32 && segments.Count < 16)
                segments.Add(path[range].ToString().ToUpperInvariant());
        return segments;
    }

    private sealed record Row(string Host, string Maker, string[] Names, CandidateKind Kind);
}
