namespace WaaS.Logistics.Returns.Receiving;

/// <summary>Another code of a device's label: article number, network address, model. It decides nothing and stays with the scan of the serial.</summary>
internal sealed class KeptCode
{
    /// <summary>Kind of what the station's calibration repaired, as it had arrived.</summary>
    public const string Arrived = "Arrived";

    public const int MaxLength = 200;

    /// <summary>An imager sends the codes of one label within this time; nobody aims at two devices so fast.</summary>
    public static readonly TimeSpan Beside = TimeSpan.FromMilliseconds(500);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SessionId { get; init; }

    /// <summary>Absent while a code that came before its serial waits for it.</summary>
    public Guid? ScanId { get; private set; }

    public required string Kind { get; init; }
    public required string Value { get; init; }
    public required string Actor { get; init; }

    /// <summary>When it was scanned, by the clock of the station's browser where that is known.</summary>
    public required DateTime At { get; init; }

    public KeptCode With(Scan scan)
    {
        ScanId = scan.Id;
        return this;
    }
}
