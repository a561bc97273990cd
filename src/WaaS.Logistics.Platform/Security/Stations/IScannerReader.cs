namespace WaaS.Logistics.Platform.Security.Stations;

/// <summary>What has to be known about scanners and keyboards, which the platform does not: whoever reads codes registers it.</summary>
public interface IScannerReader
{
    /// <returns><c>null</c> where the scan is not the calibration card's.</returns>
    CardScan? ReadCard(string arrived);

    /// <param name="station">What the card showed; <c>null</c> where the station is not calibrated.</param>
    ScannedText Read(string arrived, ScannerSetting? station);

    /// <summary>The calibration card as SVG.</summary>
    string Card { get; }
}

/// <param name="Layout">Of the keyboard the computer has.</param>
/// <param name="Separator">What arrives for the control character GS; empty where it is dropped.</param>
public sealed record ScannerSetting(string Layout, bool IsCaseInverted, string Separator);

/// <param name="Setting"><c>null</c> where no layout that is known explains what arrived.</param>
/// <param name="IsClean">Nothing has to be repaired.</param>
/// <param name="LosesControls">Labels with several fields cannot be read at this station.</param>
public sealed record CardScan(ScannerSetting? Setting, bool IsClean = false, bool LosesControls = false);

/// <param name="Fault"><c>layout</c>, <c>controls</c>, <c>changed</c> or <c>known-loss</c>; <c>null</c> where the scan shows none.</param>
/// <param name="Detail">The layout, or the control characters that are missing.</param>
/// <param name="IsCommand">Held by its check character, and names no device: it may act whatever the scanner does to serials.</param>
public sealed record ScannedText(string Text, string? Fault, string Detail, bool IsCommand);
