using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.Policies;

[JsonConverter(typeof(JsonStringEnumConverter<DecidedBy>))]
internal enum DecidedBy
{
    Policy,
    Person,
}

/// <summary>One version of a policy: from when, and what it asks for each protection need. A version is never changed, only followed by the next.</summary>
internal sealed record Policy(string Id, int Version, DateOnly EffectiveFrom, string Basis, IReadOnlyList<PolicyRule> Rules)
{
    /// <returns>Null for a need or medium the policy does not name: then nothing is handed out.</returns>
    public PolicyRule? For(string protectionNeed, MediaType? medium) =>
        Rules.SingleOrDefault(rule => rule.ProtectionNeed == protectionNeed && (rule.Media is null || (medium is { } seen && rule.Media.Contains(seen))));

    public bool Names(string protectionNeed) => Rules.Any(rule => rule.ProtectionNeed == protectionNeed);
}

/// <param name="VerificationBy">Who says that it worked: the rules alone, or a person after them.</param>
/// <param name="ValidationBy">Who says that what remains is acceptable (NIST SP 800-88r2 4.5.2).</param>
/// <param name="Media">For these media only; absent in versions that do not tell media apart.</param>
/// <param name="Steps">Absent in versions that know overwriting alone: then hidden areas, the passes and the reading back.</param>
/// <param name="RequiredLevel">What must be achieved on the medium; absent in versions that name none.</param>
/// <param name="DestructionLevel">Least level by category, for carriers that cannot be sanitized (DIN 66399).</param>
internal sealed record PolicyRule(
    string ProtectionNeed,
    string ProcedureKey,
    IReadOnlyList<ProcedurePass> Passes,
    RequiredVerification Verification,
    DecidedBy VerificationBy,
    DecidedBy ValidationBy,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Separation>))] Separation Separation,
    IReadOnlyList<string> DestructionLevel,
    IReadOnlyList<MediaType>? Media = null,
    IReadOnlyList<ProcedureStep>? Steps = null,
    SanitizationLevel? RequiredLevel = null)
{
    private static readonly HashSet<CarrierKind> Images = [CarrierKind.File, CarrierKind.Loop], All = [.. Images, CarrierKind.Block];

    [JsonIgnore]
    public IReadOnlyList<ProcedureStep> OrderedSteps => Steps ??
    [
        Step(ProcedureStepKind.ResetHiddenAreas), .. Passes.Select(_ => Step(ProcedureStepKind.Overwrite)), Step(ProcedureStepKind.Verify),
    ];

    [JsonIgnore]
    public IReadOnlyList<string> Techniques => [.. OrderedSteps.SelectMany(step => step.Techniques)];

    /// <summary>A real drive is judged by the level achieved on it; a version that names no level accepts images alone.</summary>
    [JsonIgnore]
    public IReadOnlySet<CarrierKind> AcceptedKinds => RequiredLevel is null ? Images : All;

    private static ProcedureStep Step(ProcedureStepKind kind) => new() { Kind = kind, Techniques = [] };
}
