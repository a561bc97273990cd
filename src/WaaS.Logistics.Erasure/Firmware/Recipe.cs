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
        "nvme-sanitize-crypto-erase", "nvme-sanitize-block-erase", "nvme-format-crypto-erase", "nvme-format-user-data-erase",
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
        new("bsi-gs", "BSI-GS: hidden areas, one aperiodic random pass, firmware erase by drive type, verify", [Hidden, Random, new(RecipeStepKind.FirmwareErase, FirmwareByType), Look]),
        new("bsi-gse", "BSI-GSE: as BSI-GS with one more aperiodic random pass", [Hidden, Random, Random, new(RecipeStepKind.FirmwareErase, FirmwareByType), Look]),
        new("purge-firmware", "IEEE 2883-2022 purge: a firmware technique, everything looked at after it", [Hidden, new(RecipeStepKind.FirmwareErase, Purging), Look]),
    ];

    /// <summary>Exactly this name; null when there is none.</summary>
    public static Recipe? Find(string key) => All.FirstOrDefault(recipe => recipe.Key == key);
}
