namespace WaaS.Logistics.Scanning.Layout;

/// <summary>What a scan shows to be wrong between a scanner and its computer. Scans that prove nothing are read wrongly then, and look right.</summary>
public enum ScannerFault
{
    None,

    /// <summary>The scanner types as on another keyboard than the computer has.</summary>
    Layout,

    /// <summary>Control characters are missing or arrive as something else.</summary>
    Controls,

    /// <summary>The scan does not fit what the calibration card showed: something has been changed since.</summary>
    Changed,

    /// <summary>The calibration has shown that control characters are dropped: this one label cannot be read, others can.</summary>
    KnownLoss,
}
