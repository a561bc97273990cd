using WaaS.Logistics.Scanning.Gs1;
using WaaS.Logistics.Scanning.Tracking;
using WaaS.Logistics.Scanning.Vendors;

namespace WaaS.Logistics.Scanning;

/// <summary>Text that says itself what it holds: "S/N: 5CG1234XYZ", "SN:PF2ABCDE;MTM:20XWS0AB00".</summary>
internal static class LabelledText
{
    private static readonly FieldLabel[] Labels =
    [
        .. FieldLabel.All(CandidateKind.Serial, "SERVICE TAG~", "SERVICETAG~", "SERVICE_TAG", "SVC TAG~", "SVCTAG~", "SERIAL NUMBER~", "SERIALNUMBER~", "SERIAL_NUMBER", "SERIAL NO~", "SERIALNO~", "SERIAL_NO", "SERIAL", "SERIENNUMMER~", "SERIENNR~",
            "SERIEN-NR~", "SERIEN NR~", "S/N~", "S.N~", "SER. NO~", "SER NO~", "SER", "SNID", "SN~", "ST"),
        .. FieldLabel.All(CandidateKind.Imei, "IMEI/MEID~", "IMEI 1~", "IMEI 2~", "IMEI1~", "IMEI2~", "IMEI NO~", "IMEI~"),
        .. FieldLabel.All(CandidateKind.Meid, "MEID~"), .. FieldLabel.All(CandidateKind.Eid, "EID~"), .. FieldLabel.All(CandidateKind.Iccid, "ICCID~"),
        .. FieldLabel.All(CandidateKind.Mac, "MAC ADDRESS~", "MAC ADDR~", "MAC ID~", "MAC~", "WLAN MAC~", "WLAN ID~", "WIFI MAC~", "WI-FI MAC~", "LAN MAC~", "ETHERNET MAC~", "ETHERNET ID~", "BT MAC~", "BLUETOOTH MAC~", "BLUETOOTH ADDRESS~", "EUI-64~"),
        .. FieldLabel.All(CandidateKind.Wwn, "WWN~"), .. FieldLabel.All(CandidateKind.Psid, "PSID"), .. FieldLabel.All(CandidateKind.Gtin, "GTIN~", "EAN~", "UPC~", "JAN~"),
        .. FieldLabel.All(CandidateKind.Model, "MTM~", "MODEL NO~", "MODEL NUMBER~", "MODEL~", "MACHINE TYPE~", "TYPE~"),
        .. FieldLabel.All(CandidateKind.PartNumber, "PART NO", "PART NUMBER", "P/N~", "PN", "PRODUCT NO", "PRODUCT NUMBER", "PRODUCT ID", "PROD ID", "PROD NO", "SKU", "SPS~", "FRU P/N~", "FRU PN~", "FRU"),
        .. FieldLabel.All(CandidateKind.Component, "CT NO", "CT~"), .. FieldLabel.All(CandidateKind.Asset, "ASSET TAG", "ASSET NO", "ASSET"),
        .. FieldLabel.All(CandidateKind.Tracking, "TRACKING NUMBER~", "TRACKINGNUMBER~", "TRACKING NO~", "TRACKING NR~", "TRACKING ID~", "TRACKING~", "SENDUNGSNUMMER~", "SENDUNGSNR~", "SENDUNGS-NR~", "SENDUNGS NR~", "PAKETNUMMER~", "PAKETNR~", "PAKET-NR~", "PAKETSCHEINNUMMER~",
            "PAKETSCHEIN-NR~", "IDENTCODE~"),
        .. FieldLabel.All(CandidateKind.Other, "UUID~", "GUID~", "EXPRESS SERVICE CODE~", "EXPRESSSERVICECODE~", "EXP SVC CODE~", "SVC CODE~"),
    ];

    /// <summary>Finds every label with its value; values end at the next label, a comma, semicolon, bar, ampersand, line or group end.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool AddTo(Reading reading, ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(":=# ") < 0)
            return false;
        var found = new List<(FieldLabel Label, string Value)>();
        foreach (var range in text.SplitAny(",;|&?\r\n\t\u001d\u001e"))
            ReadPiece(text[range].Trim(), found);
        if (found.Count == 0)
            return false;
        var model = found.Find(pair => pair.Label.Kind == CandidateKind.Model).Value;
        foreach (var (label, value) in found)
            Add(reading, label, value, model);
        return true;
    }

    private static void Add(Reading reading, FieldLabel label, string value, string? model)
    {
        if (label.IsExpress && ExpressServiceCode.TryToTag(value, out var tag))
            reading.Add(CandidateKind.Serial, tag, "Read by its label as Dell Express Service Code: it is service tag {value} to the base 10.", "Dell", model);
        else if (label.Kind == CandidateKind.Gtin && !CheckDigit.Holds(FieldLabel.Compact(value)))
            reading.Warn($"The label says '{value}' for the article number, but its check digit does not fit.");
        else if (label.Kind == CandidateKind.Tracking)
            AddTracking(reading, value);
        else if (label.Kind != CandidateKind.Serial)
            AddNumber(reading, label, value);
        else if (DeviceSerial.CanBeNamed(value))
            reading.Add(label.Kind, value, "Read by its label as serial {value}.", VendorRules.MakerOf(value.ToUpperInvariant()), model);
        else
            reading.Warn($"The label says '{value}' for the serial; that is no serial.");
    }

    private static void AddNumber(Reading reading, FieldLabel label, string value)
    {
        var number = label.IsNumber ? FieldLabel.Compact(value) : value;
        if (label.Kind == CandidateKind.Imei && number.Length == 15 && !Luhn.Holds(number))
            reading.Warn($"The label says '{value}' for the IMEI, whose Luhn check digit does not fit: no such IMEI was ever given.");
        reading.Add(label.Kind, number, "Read by its label: {value}.");
    }

    private static void AddTracking(Reading reading, string value)
    {
        var number = value.Replace(" ", "").ToUpperInvariant();
        if (TrackingRules.AddTo(reading, number, VendorRules.Certainty.Maybe, VendorRules.Certainty.Sure, out var claim) is not null)
            return;
        if (claim is not null)
            reading.Fail(ScanStandard.Tracking, claim);
        else
            reading.Add(CandidateKind.Tracking, number, "Read by its label as tracking number {value}.", isSure: false);
    }

    // Labels stand one behind the other too: "MTM: 20XWS0AB00 S/N: PF2ABCDE".
    private static void ReadPiece(ReadOnlySpan<char> piece, List<(FieldLabel, string)> found)
    {
        while (piece.Length > 0 && found.Count < 16)
        {
            if (FieldLabel.Find(Labels, piece, out var value) is not { } label)
            {
                // What stands before the first label is a name.
                piece = NextLabel(piece) is > 0 and var first ? piece[first..] : [];
                continue;
            }
            var next = NextLabel(value);
            var mine = (next < 0 ? value : value[..next]).TrimEnd();
            // A serial is one word; what follows it is a remark.
            if (label.Kind == CandidateKind.Serial && mine.IndexOf(' ') is > 0 and var blank && mine[..blank].ContainsAnyInRange('0', '9'))
                mine = mine[..blank];
            if (mine.Length is > 0 and <= DeviceSerial.MaxLength)
                found.Add((label, mine.ToString()));
            piece = next < 0 ? [] : value[next..];
        }
    }

    private static int NextLabel(ReadOnlySpan<char> value)
    {
        for (var at = 0; at < value.Length && value[at..].IndexOf(' ') is >= 0 and var blank; at += blank + 1)
            if (FieldLabel.Find(Labels, value[(at + blank + 1)..], out _) is not null)
                return at + blank + 1;
        return -1;
    }
}
