namespace WaaS.Logistics.Proof.Evidence.Rules;

internal static class TimeRules
{
    /// <summary>Clocks of station and server may be this far apart; requests beyond it are refused anyway.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <summary>Timestamps of very small carriers lie so close that their distance says nothing.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(10);

    public static void Plausible(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        var carrier = document.Carrier;
        findings.Need(carrier.TimeZoneKnown is TriState.Yes, "$.carrier.timeZoneKnown", "timeZone", carrier.TimeZoneKnown);
        findings.Need(carrier.EndedAt >= carrier.StartedAt, "$.carrier.endedAt", "endBeforeStart", carrier.StartedAt, carrier.EndedAt);
        findings.Need(carrier.StartedAt >= expected.NotBefore - Skew, "$.carrier.startedAt", "startBeforeJob", carrier.StartedAt, expected.NotBefore);
        findings.Need(carrier.EndedAt <= expected.ReceivedAt + Skew, "$.carrier.endedAt", "endAfterReceipt", carrier.EndedAt, expected.ReceivedAt);

        var limit = BytesPerSecond(carrier.Interface);
        var before = carrier.StartedAt;
        foreach (var (step, path) in carrier.StepsWithPath())
        {
            findings.Need(step.StartedAt >= before && step.EndedAt >= step.StartedAt && step.EndedAt <= carrier.EndedAt, path, "stepTimes", step.StartedAt, step.EndedAt);
            before = step.EndedAt;

            var bytes = Math.Max(step.BytesAcknowledged ?? 0, step.BytesVerified ?? 0);
            var seconds = (step.EndedAt - step.StartedAt + Grain).TotalSeconds;
            findings.Need(bytes <= limit * seconds, path, "tooFast", bytes, step.EndedAt - step.StartedAt);
        }
    }

    /// <summary>More than the interface can carry; 0 for an interface nobody determined, which makes every speed too fast.</summary>
    private static double BytesPerSecond(CarrierInterface kind) => kind switch
    {
        CarrierInterface.Ata => 0.75e9,
        CarrierInterface.Scsi => 3e9,
        CarrierInterface.Nvme => 16e9,
        CarrierInterface.Usb => 5e9,
        CarrierInterface.Mmc => 0.5e9,
        CarrierInterface.Ufs => 6e9,
        CarrierInterface.Virtio or CarrierInterface.File or CarrierInterface.Loop => 40e9,
        _ => 0,
    };
}
