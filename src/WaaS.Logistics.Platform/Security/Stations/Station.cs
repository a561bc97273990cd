using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Security.Stations;

/// <summary>A browser that has been told where it stands: a tablet at the dock, a screen between the bays.</summary>
public sealed class Station : Root
{
    private Station() { }

    public Station(string name, string place, string enrolledBy, DateTime now) =>
        (Name, Place, EnrolledBy, EnrolledAt) = (name, place, enrolledBy, now);

    public string Name { get; private set; } = "";
    public string Place { get; private set; } = "";
    public string EnrolledBy { get; private set; } = "";
    public DateTime EnrolledAt { get; private set; }
    public string? WithdrawnBy { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>What the calibration card showed; absent while nobody has scanned it here.</summary>
    public string? Layout { get; private set; }

    public bool IsCaseInverted { get; private set; }

    /// <summary>What arrives for the control character GS; empty where it is dropped.</summary>
    public string? Separator { get; private set; }

    public string? CalibratedBy { get; private set; }
    public DateTime? CalibratedAt { get; private set; }

    /// <summary>Since when scans have shown that the scanner cannot be believed.</summary>
    public DateTime? FaultSince { get; private set; }

    public string? Fault { get; private set; }

    public void Calibrate(ScannerSetting setting, string by, DateTime now)
    {
        (Layout, IsCaseInverted, Separator, CalibratedBy, CalibratedAt) = (setting.Layout, setting.IsCaseInverted, setting.Separator, by, now);
        (Fault, FaultSince) = (null, null);
    }

    /// <summary>The first one counts, until the card is scanned.</summary>
    public void ShowFault(string fault, DateTime now)
    {
        if (FaultSince is null)
            (Fault, FaultSince) = (fault, now);
    }

    /// <summary>Another scanner, another keyboard: what was learnt does not count any more.</summary>
    public void ForgetScanner()
    {
        (Layout, IsCaseInverted, Separator, CalibratedBy, CalibratedAt) = (null, false, null, null, null);
        (Fault, FaultSince) = (null, null);
    }

    public void Withdraw(string by, DateTime now)
    {
        if (WithdrawnAt is not null)
            throw new InvalidOperationException($"Station '{Name}' was withdrawn already, on {WithdrawnAt:u} by {WithdrawnBy}.");
        (WithdrawnBy, WithdrawnAt) = (by, now);
    }
}
