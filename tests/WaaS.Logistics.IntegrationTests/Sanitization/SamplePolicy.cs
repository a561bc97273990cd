using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Policies;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

/// <summary>One pass, the drive's own erase, and a look at a tenth of it; nobody has to decide.</summary>
internal static class SamplePolicy
{
    public const double Percent = 10;

    public static PolicyBook Book { get; } = new(
    [
        new Policy("samples", 1, new DateOnly(2020, 1, 1), "a test",
        [
            new PolicyRule(
                "normal", "bsi-gs", [new ProcedurePass { Number = 1, Pattern = OverwritePattern.Random, Generator = "aes-128-ctr" }], new RequiredVerification { Type = VerificationType.Sampled, Percent = Percent },
                DecidedBy.Policy, DecidedBy.Policy, Separation.None, ["H-4"], [MediaType.Ssd],
                [Step(ProcedureStepKind.ResetHiddenAreas), Step(ProcedureStepKind.Overwrite), Step(ProcedureStepKind.FirmwareErase, "ata-sanitize-block-erase"), Step(ProcedureStepKind.Verify)], SanitizationLevel.Purge),
        ]),
    ]);

    private static ProcedureStep Step(ProcedureStepKind kind, params string[] techniques) => new() { Kind = kind, Techniques = techniques };
}
