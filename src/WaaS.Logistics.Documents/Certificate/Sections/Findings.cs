using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Documents.Pdf.Typeset;
using WaaS.Logistics.Documents.Pdf.Typeset.Blocks;
using WaaS.Logistics.Documents.Texts;

namespace WaaS.Logistics.Documents.Certificate.Sections;

/// <summary>Verification and validation, which are two things, and destruction.</summary>
internal static class Findings
{
    public static void Draw(PageFlow flow, CertificatePdfInput input, Words words)
    {
        Verification(flow, input.Verification, input.Sanitization.Passes, words);
        Validation(flow, input.Validation, words);
        if (input.Destruction is { } destruction)
            Destruction(flow, destruction, words);
    }

    private static void Verification(PageFlow flow, VerificationDetails verification, IReadOnlyList<OverwritePass> passes, Words words)
    {
        var section = new Section(flow, words["section.verification"], words.Absent)
            .Row(words["verification.result"], words.Of(verification.Result))
            .Row(words["verification.type"], words.Of(verification.Type))
            .Row(words["verification.percent"], words.Percent(verification.Percent))
            .Row(words["verification.sampleCount"], words.Count(verification.SampleCount))
            .Code(words["verification.sampleSeed"], verification.SampleSeed)
            .Row(words["verification.leftAtMost"], words.Percent(verification.LeftAtMostPercent))
            .Row(words["verification.mismatches"], words.Count(verification.Mismatches))
            .Row(words["verification.tool"], verification.Tool)
            .Row(words["verification.verifier"], verification.Verifier)
            .Row(words["verification.verifiedAt"], words.Moment(verification.VerifiedAt))
            .Row(words["verification.independentCheck"], verification.IndependentCheck);

        var commands = passes.Where(pass => !string.IsNullOrWhiteSpace(pass.RecheckCommand)).ToList();
        section.Row(words["recheck.label"], commands.Count == 0 ? null : words["recheck.note"]);
        foreach (var pass in commands)
            section.Command(words.Format("recheck.pass", pass.Number), pass.RecheckCommand);
    }

    private static void Validation(PageFlow flow, ValidationDetails validation, Words words) =>
        new Section(flow, words["section.validation"], words.Absent)
            .Row(words["validation.decision"], words.Of(validation.Decision))
            .Row(words["validation.decidedBy"], validation.DecidedBy)
            .Row(words["validation.decidedAt"], words.Moment(validation.DecidedAt))
            .Row(words["validation.reasons"], string.Join('\n', validation.Reasons))
            .Row(words["validation.residualRisk"], validation.ResidualRisk);

    private static void Destruction(PageFlow flow, DestructionDetails destruction, Words words) =>
        new Section(flow, words["section.destruction"], words.Absent)
            .Row(words["destruction.securityLevel"], destruction.SecurityLevel)
            .Row(words["destruction.protectionClass"], words.Count(destruction.ProtectionClass))
            .Row(words["destruction.machine"], destruction.Machine)
            .Row(words["destruction.particleSize"], destruction.ParticleSize)
            .Row(words["destruction.destroyedAt"], words.Moment(destruction.DestroyedAt))
            .Row(words["destruction.place"], destruction.Place)
            .Row(words["destruction.witness"], destruction.Witness)
            .Code(words["destruction.recording"], destruction.RecordingSha256)
            .Row(words["destruction.providerCertificate"], destruction.ProviderCertificate);
}
