using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Station.Reporting;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>The drive behind an opened carrier, and how often one that erases itself is asked.</summary>
internal sealed record DriveSource(Func<Target, DriveControl?> Of, TimeSpan AskEvery)
{
    /// <summary>Files and loop devices have none; a drive is spoken to through the descriptor it was opened by.</summary>
    public static DriveSource OfTheMachine { get; } = new(static target => target.Control(), TimeSpan.FromSeconds(2));

    /// <summary>A drive that tells the same progress for so long is given up.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromHours(12);

    /// <summary>What the carrier stores on; null when it cannot be told. A drive nobody can command is still a drive, not an image.</summary>
    public static MediaType? MediumOf(DriveControl? control, Target target) => (control, control?.Facts ?? target.Drive) switch
    {
        (null, null) => MediaType.Image,
        (_, { } facts) when new DriveEvidence(facts).MediaType is var medium and not MediaType.Unknown => medium,
        _ => null,
    };
}
