namespace WaaS.Logistics.Proof.Evidence.Rules;

internal static class CompletenessRules
{
    public static void Sectors(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        var carrier = document.Carrier;
        findings.Need(carrier.SectorsTotal > 0, "$.carrier.sectorsTotal", "noSectors", carrier.SectorsTotal);
        findings.Need((Int128)carrier.SectorsTotal * carrier.SectorSizeBytes == carrier.CapacityReportedBytes,
            "$.carrier.sectorsTotal", "sectorsAreNotTheCapacity", carrier.SectorsTotal, carrier.SectorSizeBytes, carrier.CapacityReportedBytes);
        findings.Need(carrier.SectorsWritten == carrier.SectorsTotal || (expected.Passes.Count == 0 && carrier.SectorsWritten is null), "$.carrier.sectorsWritten", "sectorsWritten", carrier.SectorsWritten, carrier.SectorsTotal);
        findings.Need(carrier.SectorsFailed == 0, "$.carrier.sectorsFailed", "sectorsFailed", carrier.SectorsFailed);
    }

    public static void Steps(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        var capacity = document.Carrier.CapacityReportedBytes;
        foreach (var (step, path) in document.Carrier.StepsWithPath())
        {
            findings.Need(step.BadSectors.Count == 0, $"{path}.badSectors", "badSectors", step.BadSectors.Count);
            if (step.Kind == StepKind.Overwrite)
                findings.Need(step.BytesAcknowledged == capacity, $"{path}.bytesAcknowledged", "bytesAcknowledged", step.BytesAcknowledged, capacity);

            if (step.Kind != StepKind.Verify)
                findings.Need(step.Mismatches is null or 0, $"{path}.mismatches", "mismatches", step.Mismatches);

            if (step.Kind == StepKind.Verify)
            {
                findings.Need(step.Mismatches == 0, $"{path}.mismatches", "mismatches", step.Mismatches);
                findings.Need(step.BytesVerified is > 0 && step.BytesVerified <= capacity, $"{path}.bytesVerified", "bytesVerified", step.BytesVerified, capacity);
            }
        }
    }
}
