namespace WaaS.Logistics.Erasure;

/// <summary>What one step of a recipe does.</summary>
public enum RecipeStepKind
{
    /// <summary>Sets the drive to its native size.</summary>
    ResetHiddenAreas,

    /// <summary>Overwrites every sector with a random stream of its own key.</summary>
    OverwriteRandom,

    /// <summary>Lets the drive erase itself, by the first of the named techniques it offers.</summary>
    FirmwareErase,

    /// <summary>Reads everything back and compares, or, after a firmware erase, looks for what was there.</summary>
    Verify,
}

/// <param name="Kind">What is done.</param>
/// <param name="Techniques">For a firmware erase: names in order of preference; none of them offered means the recipe cannot be carried out.</param>
public sealed record RecipeStep(RecipeStepKind Kind, params IReadOnlyList<string> Techniques);

/// <summary>A named way of sanitizing, as data. It says what is done; what that is worth is judged elsewhere.</summary>
/// <param name="Key">Name in policies and evidence.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Steps">In order.</param>
public sealed record Recipe(string Key, string Source, IReadOnlyList<RecipeStep> Steps)
{
    private static readonly string[] FirmwareByType =
    [
        "nvme-sanitize-crypto-erase", "nvme-sanitize-block-erase", "nvme-sanitize-overwrite", "nvme-format-crypto-erase", "nvme-format-user-data-erase",
        "scsi-sanitize-crypto-erase", "scsi-sanitize-block-erase", "scsi-sanitize-overwrite",
        "ata-sanitize-crypto-scramble", "ata-sanitize-block-erase", "ata-sanitize-overwrite", "ata-security-erase-enhanced", "ata-security-erase",
    ];

    private static readonly string[] Purging = [.. FirmwareByType.Where(name => name is not ("ata-security-erase" or "nvme-format-user-data-erase"))];

    private static RecipeStep Hidden => new(RecipeStepKind.ResetHiddenAreas);

    private static RecipeStep Random => new(RecipeStepKind.OverwriteRandom);

    private static RecipeStep Look => new(RecipeStepKind.Verify);

    /// <summary>Every recipe known; a name that is not here is not "similar enough" to one that is.</summary>
    public static IReadOnlyList<Recipe> All { get; } =
    [
        new("random-1-verify-full", "NIST SP 800-88r1 appendix A, IEEE 2883-2022 clear: one pass over all addressable sectors", [Hidden, Random, Look]),
        new("random-2-verify-full", "as random-1-verify-full with one more pass of another key", [Hidden, Random, Random, Look]),
        new("bsi-gs", "BSI-GS: hidden areas, one aperiodic random pass, firmware erase by drive type, verify", [Hidden, Random, new(RecipeStepKind.FirmwareErase, FirmwareByType), Look]),
        new("bsi-gse", "BSI-GSE: as BSI-GS with one more aperiodic random pass", [Hidden, Random, Random, new(RecipeStepKind.FirmwareErase, FirmwareByType), Look]),
        new("purge-firmware", "IEEE 2883-2022 purge: a firmware technique, everything looked at after it", [Hidden, new(RecipeStepKind.FirmwareErase, Purging), Look]),
    ];

    /// <summary>Overwrites in it.</summary>
    public int Passes => Steps.Count(step => step.Kind == RecipeStepKind.OverwriteRandom);

    /// <summary>Hidden areas are to be opened.</summary>
    public bool ResetsHiddenAreas => Steps.Any(step => step.Kind == RecipeStepKind.ResetHiddenAreas);

    /// <summary>Techniques in order of preference; null when the drive is not to erase itself.</summary>
    public IReadOnlyList<string>? Techniques => Steps.FirstOrDefault(step => step.Kind == RecipeStepKind.FirmwareErase)?.Techniques;

    /// <summary>Overwrites with a random stream and nothing else.</summary>
    public static Recipe Overwriting(string key, int passes) =>
        new(key, "random passes, all of it read back", [.. Enumerable.Repeat(Random, passes), Look]);

    /// <summary>
    /// What can be carried out: hidden areas first if at all, then the overwrites, then at most one firmware erase, and at the
    /// end one verification. In any other order a step would undo or miss what another did.
    /// </summary>
    /// <exception cref="TargetRefusedException">It is another shape; nothing was written.</exception>
    public void Check()
    {
        RecipeStepKind[] kinds = [.. Steps.Select(step => step.Kind)];
        bool known = kinds.All(Enum.IsDefined) && kinds is [.., RecipeStepKind.Verify];
        bool ordered = kinds.SequenceEqual(kinds.Order());
        bool works = Passes > 0 || Techniques is not null;
        bool once = new[] { RecipeStepKind.ResetHiddenAreas, RecipeStepKind.FirmwareErase, RecipeStepKind.Verify }
            .All(kind => kinds.Count(other => other == kind) <= 1);
        if (!known || !ordered || !works || !once || Techniques is { Count: 0 })
        {
            throw new TargetRefusedException(
                TargetRules.RecipeUnknown, $"Recipe {Key} is not one this engine can carry out: {string.Join(", ", kinds)}.");
        }
    }

    /// <summary>Exactly this name; null when there is none.</summary>
    public static Recipe? Find(string key) => All.FirstOrDefault(recipe => recipe.Key == key);
}
