using WaaS.Logistics.Pictures.Drawing;
using WaaS.Logistics.Platform.Security.Stations;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Layout;

namespace WaaS.Logistics.Host.Scan;

/// <summary>Lends the platform what the scanning library knows of scanners and keyboards.</summary>
internal sealed class ScannerReader : IScannerReader
{
    private readonly Lazy<string> _card = new(() => SymbolSvg.Draw(Symbol.Create(SymbolKind.DataMatrix, Calibration.Text), module: 6));

    public string Card => _card.Value;

    public CardScan? ReadCard(string arrived)
    {
        if (!Calibration.IsClaimedBy(arrived))
            return null;
        var calibration = Calibration.Read(arrived);
        return calibration.Layout is { } layout
            ? new CardScan(new ScannerSetting(layout.ToString(), calibration.IsCaseInverted, calibration.Separator), calibration.IsClean, calibration.LosesSeparator)
            : new CardScan(null);
    }

    public ScannedText Read(string arrived, ScannerSetting? station)
    {
        var scan = StationScan.Of(arrived, station is null ? null : new Calibration(Enum.Parse<KeyboardLayout>(station.Layout), station.IsCaseInverted, station.Separator, ""));
        return new ScannedText(scan.Text, NameOf(scan.Fault), scan.Detail, OwnCode.TryParse(scan.Text, out var code, out _) && code.Kind != OwnCodeKind.Device);
    }

    private static string? NameOf(ScannerFault fault) => fault switch
    {
        ScannerFault.None => null,
        ScannerFault.KnownLoss => "known-loss",
        _ => fault.ToString().ToLowerInvariant(),
    };
}
