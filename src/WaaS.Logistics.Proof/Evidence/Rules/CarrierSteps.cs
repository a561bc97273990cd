namespace WaaS.Logistics.Proof.Evidence.Rules;

internal static class CarrierSteps
{
    public static IEnumerable<(EvidenceStep Step, string Path)> StepsWithPath(this CarrierResult carrier) =>
        carrier.Steps.Select((step, at) => (step, $"$.carrier.steps[{at}]"));

    public static EvidenceStep[] Overwrites(this CarrierResult carrier) => [.. carrier.Steps.Where(s => s.Kind == StepKind.Overwrite)];

    public static EvidenceStep[] Erases(this CarrierResult carrier) => [.. carrier.Steps.Where(s => s.Kind is StepKind.Firmware or StepKind.Crypto)];
}
