using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>The job's procedure as a recipe of the engine. What this station does not know whole it does not begin.</summary>
internal static class OrderedRecipe
{
    /// <summary>Rule of a refusal: the key is no procedure of this station.</summary>
    public const string Unknown = "procedure.unknown";

    /// <summary>Rule of a refusal: the key is known, and its steps, passes or verification are not what this station can do.</summary>
    public const string NotSupported = "procedure.not-supported";

    /// <exception cref="TargetRefusedException">Unknown, or not to be carried out; nothing was written.</exception>
    public static Recipe Of(Job job)
    {
        Recipe known = Recipe.Find(job.ProcedureKey)
            ?? throw new TargetRefusedException(Unknown, $"Procedure {job.ProcedureKey} is not known to this station: {string.Join(", ", Recipe.All.Select(recipe => recipe.Key))}.");
        var ordered = new Recipe(job.ProcedureKey, $"job under policy {job.PolicyId}/{job.PolicyVersion}", [.. job.Steps.Select(Step)]);
        ordered.Check();
        bool same = ordered.Steps.Select(step => step.Kind).SequenceEqual(known.Steps.Select(step => step.Kind));
        // A technique the procedure does not have would make another procedure of the same name.
        bool within = ordered.Techniques is null || ordered.Techniques.All((known.Techniques ?? []).Contains);
        if (!same || !within || ordered.Passes != job.Passes.Count)
        {
            throw Refused(job, "its steps are not those of the procedure of that name");
        }

        _ = KeyBytes(job);
        return ordered;
    }

    public static int KeyBytes(Job job)
    {
        bool random = job.Passes
            .Select((pass, at) => pass.Number == at + 1 && pass.Pattern == OverwritePattern.Random && pass.Generator == job.Passes[0].Generator)
            .All(fits => fits);
        return (random, job.Passes.FirstOrDefault()?.Generator) switch
        {
            (true, "aes-128-ctr" or null) => 16,
            (true, "aes-256-ctr") => 32,
            _ => throw Refused(job, "its passes are not random passes of one generator"),
        };
    }

    /// <summary>Places to be looked at after a firmware erase; null is everything.</summary>
    public static int? Samples(Job job, long sizeBytes)
    {
        bool marks = job.Passes.Count == 0;
        long? samples = job.Verification.Type is VerificationType.Full && !marks ? null
            : SampleCounts.Ordered(job.Verification, sizeBytes, SamplePlan.BlockBytes)
                ?? throw Refused(job, "what it wants to be verified cannot be: nothing at all, or all of a medium whose content before is not known");
        return samples is null or (> 0 and <= SamplePlaces.Most) ? (int?)samples : throw Refused(job, $"it wants {samples} samples");
    }

    /// <summary>The carrier the job is for. Intake does not always know it; then only a scan by the operator can say that it is the one of this order.</summary>
    /// <exception cref="TargetRefusedException">The job is for another computer, or nobody named the carrier.</exception>
    public static string SerialOf(Job job, string? computer, string? scanned) =>
        computer is not null && !string.Equals(computer, job.DeviceSerial, StringComparison.OrdinalIgnoreCase)
            ? throw new TargetRefusedException(TargetRules.SerialDiffers, $"The job is for device {job.DeviceSerial}, the scan says {computer}.")
            : job.CarrierSerial ?? scanned ?? throw new TargetRefusedException(
                TargetRules.SerialUnknown, $"The order of device {job.DeviceSerial} does not know its carrier's serial: scan it (--serial).");

    private static RecipeStep Step(ProcedureStep step) => new(
        step.Kind switch
        {
            ProcedureStepKind.ResetHiddenAreas => RecipeStepKind.ResetHiddenAreas,
            ProcedureStepKind.Overwrite => RecipeStepKind.OverwriteRandom,
            ProcedureStepKind.FirmwareErase => RecipeStepKind.FirmwareErase,
            ProcedureStepKind.Verify => RecipeStepKind.Verify,
            _ => (RecipeStepKind)(-1),
        },
        step.Techniques);

    private static TargetRefusedException Refused(Job job, string why) =>
        new(NotSupported, $"Procedure {job.ProcedureKey} of job {job.JobId} cannot be carried out here: {why}. Nothing was written.");
}
